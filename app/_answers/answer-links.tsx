"use client";

import { createContext, type ReactNode, use } from "react";

/** How the answer to a statement stands, in words, by statement. */
const AnswerTexts = createContext<Record<number, string>>({});

/** On a page that holds the answers: whatever quotes a statement in it can lead to its answer. */
export function AnswerLinks({
  texts,
  children,
}: {
  texts: Record<number, string>;
  children: ReactNode;
}) {
  return <AnswerTexts value={texts}>{children}</AnswerTexts>;
}

/** Leads to the answer to a statement on this page; nothing where there is none. */
export function AnswerLink({ statement }: { statement: number }) {
  const text = use(AnswerTexts)[statement];
  if (text === undefined) return null;
  return (
    <a
      href={`#answer-${statement}`}
      className="link me-5 inline-flex min-h-11 items-center text-sm print:hidden"
    >
      {text}
    </a>
  );
}
