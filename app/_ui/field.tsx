import { type ComponentProps, type ReactNode, useId } from "react";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it; also marks the control as invalid. */
  error?: ReactNode;
}

interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

const control =
  "w-full rounded-control border border-edge bg-card px-3 py-2.5 text-ink placeholder:text-muted hover:border-ink aria-invalid:border-disagree";

/** A label, a control, its hint and its error, tied together for every reader. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (props: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="font-medium text-disagree text-sm">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  className = "",
  ...rest
}: FieldProps & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => <input className={`min-h-11 ${control} ${className}`} {...rest} {...props} />}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  className = "",
  ...rest
}: FieldProps & ComponentProps<"textarea">) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => <textarea className={`min-h-24 ${control} ${className}`} {...rest} {...props} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  className = "",
  ...rest
}: FieldProps & ComponentProps<"select">) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => <select className={`min-h-11 ${control} ${className}`} {...rest} {...props} />}
    </Field>
  );
}
