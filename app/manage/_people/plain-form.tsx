import type { ReactNode } from "react";

interface Props {
  action: string;
  /** Values that travel along; null stays behind. */
  hidden: Record<string, string | null>;
  className?: string;
  children: ReactNode;
}

/** A form to node:http, which answers with the page again. */
export function PlainForm({ action, hidden, className, children }: Props) {
  return (
    <form method="post" action={action} className={className}>
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  );
}
