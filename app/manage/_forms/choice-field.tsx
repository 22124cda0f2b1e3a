import type { ReactNode } from "react";

interface Props {
  legend: ReactNode;
  name: string;
  defaultValue: string;
  choices: { value: string; label: ReactNode }[];
}

export function ChoiceField({ legend, name, defaultValue, choices }: Props) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            className="size-5 shrink-0 accent-accent"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
