import type { ReactNode } from "react";

interface Props {
  id: string;
  title: string;
  lead?: string;
  children: ReactNode;
}

/**
 * While new figures keep coming the browser lays out what is far below only when somebody comes near,
 * as high as it was before: else a frame has to pay for all of it.
 */
const untilNear =
  "in-data-live:not-print:[content-visibility:auto] [contain-intrinsic-block-size:auto_60rem] [overflow-clip-margin:1rem]";

/** A part of the results with its heading. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section aria-labelledby={id} className={`mt-14 ${untilNear}`}>
      <h2 id={id} className="text-2xl tracking-tight">
        {title}
      </h2>
      {lead && <p className="mt-1.5 max-w-prose text-muted">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
