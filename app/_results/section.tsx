import type { ReactNode } from "react";

interface Props {
  id: string;
  title: string;
  lead?: string;
  children: ReactNode;
}

/** A part of the results with its heading. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="text-2xl tracking-tight">
        {title}
      </h2>
      {lead && <p className="mt-1.5 max-w-prose text-muted">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
