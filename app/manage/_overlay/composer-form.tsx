"use client";

import Form from "next/form";
import { type ReactNode, useEffect, useRef } from "react";

const pauseMs = 300;

/** A form to the page itself; with a script, every change shows at once. */
export function ComposerForm({ action, children }: { action: string; children: ReactNode }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Form
      action={action}
      replace
      scroll={false}
      className="grid grid-cols-1 gap-5"
      onChange={({ currentTarget: form }) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => form.requestSubmit(), pauseMs);
      }}
    >
      {children}
    </Form>
  );
}
