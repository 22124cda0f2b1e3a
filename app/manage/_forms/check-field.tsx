import { type ReactNode, useId } from "react";

interface Props {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
}

export function CheckField({ name, label, hint, defaultChecked }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name={name}
          defaultChecked={defaultChecked}
          aria-describedby={hint ? id : undefined}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="font-medium">{label}</span>
      </label>
      {hint && (
        <p id={id} className="ps-8 text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
