import type { ReactNode } from "react";
import { OrganiserNote } from "./organiser-note";

interface Props {
  id: string;
  title: string;
  lead?: string;
  /** Of the organisers. */
  note?: string;
  /** Begins a sheet of its own in print. */
  startsSheet?: boolean;
  isHidden?: boolean;
  children: ReactNode;
}

/** A part of the report under its heading; nothing when the organisers left it out. */
export function ReportSection({
  id,
  title,
  lead,
  note,
  startsSheet = false,
  isHidden = false,
  children,
}: Props) {
  if (isHidden) return null;
  return (
    <section
      aria-labelledby={id}
      className={`mt-12 print:mt-6 ${startsSheet ? "print:mt-0 print:break-before-page" : ""}`}
    >
      <h2 id={id} className="text-2xl tracking-tight print:text-xl">
        {title}
      </h2>
      {lead && (
        <p className="mt-1.5 max-w-prose break-after-avoid text-muted print:max-w-none">{lead}</p>
      )}
      <OrganiserNote>{note}</OrganiserNote>
      <div className="mt-4">{children}</div>
    </section>
  );
}
