"use client";

import { createContext, type ReactNode, useContext } from "react";

interface ErrorText {
  title: string;
  body: string;
  retry: string;
  home: string;
  homeHref: string;
  /** For the overlay, which has no room for more. */
  stale: string;
}

const Context = createContext<ErrorText>({
  title: "",
  body: "",
  retry: "",
  home: "",
  homeHref: "/",
  stale: "",
});

/** An error boundary gets no props from the server: its words wait here in the right language. */
export function ErrorTextProvider({ text, children }: { text: ErrorText; children: ReactNode }) {
  return <Context value={text}>{children}</Context>;
}

export function useErrorText(): ErrorText {
  return useContext(Context);
}
