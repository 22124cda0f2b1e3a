import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";

interface Props {
  title: string;
  intro: string;
  /** What went wrong the last time. */
  problem: string | null;
  action: string;
  /** Values that travel along; what is not a text stays behind. */
  hidden: Record<string, unknown>;
  submit: string;
  children: ReactNode;
  /** Below the form. */
  note?: string;
}

/** The way into the console: a plain form to node:http, which works with and without JavaScript. */
export function EntryForm(props: Props) {
  const { title, intro, problem, action, hidden, submit, children, note } = props;
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-12 sm:py-20">
      <div className="grid gap-2">
        <h1 className="text-3xl">{title}</h1>
        <p className="text-muted">{intro}</p>
      </div>
      {problem && (
        <Notice tone="error" role="alert">
          {problem}
        </Notice>
      )}
      <form method="post" action={action} className="grid gap-5">
        {Object.entries(hidden).map(
          ([name, value]) =>
            typeof value === "string" && (
              <input key={name} type="hidden" name={name} value={value} />
            ),
        )}
        {children}
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </form>
      {note && <p className="text-muted text-sm">{note}</p>}
    </div>
  );
}
