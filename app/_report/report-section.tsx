import type { ReactNode } from "react";

interface Props {
  id: string;
  title: string;
  lead?: string;
  /** Begins a sheet of its own in print. */
  startsSheet?: boolean;
  children: ReactNode;
}

export function ReportSection({ id, title, lead, startsSheet = false, children }: Props) {
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
      <div className="mt-4">{children}</div>
    </section>
  );
}
