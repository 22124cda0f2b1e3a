import { type ReactNode, useId } from "react";

interface Props {
  name: string;
  /** What a form sends when it is chosen; `on` unless told otherwise. */
  value?: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
  /** It stays as it is; the form says so all the same. */
  isFixed?: boolean;
}

export function CheckField({ name, value, label, hint, defaultChecked, isFixed }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1">
      {isFixed && defaultChecked && <input type="hidden" name={name} value="on" />}
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          disabled={isFixed}
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
