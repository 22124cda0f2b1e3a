import { SelectLink } from "./select-link";

interface Props {
  label: string;
  choices: { name: string; href: string; isCurrent: boolean }[];
}

/** A few ways to show the same, one of them chosen. */
export function ChoiceSwitch({ label, choices }: Props) {
  return (
    <nav aria-label={label} className="inline-flex rounded-control border border-edge bg-card">
      {choices.map(({ name, href, isCurrent }) => (
        <SelectLink
          key={name}
          href={href}
          aria-current={isCurrent ? "true" : undefined}
          className={`inline-flex min-h-11 items-center px-4 font-medium first:rounded-s-control last:rounded-e-control sm:px-5 ${
            isCurrent ? "bg-accent text-on-accent" : "hover:bg-accent-soft"
          }`}
        >
          {name}
        </SelectLink>
      ))}
    </nav>
  );
}
