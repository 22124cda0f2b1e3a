"use client";

import { useEffect, useRef } from "react";
import { Button } from "./button";
import { useErrorText } from "./error-text";
import { LinkButton } from "./link-button";

export function ErrorPage({ retry }: { retry: () => void }) {
  const text = useErrorText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="reading-width grid gap-5 py-16">
      <h1 ref={heading} tabIndex={-1} className="text-3xl">
        {text.title}
      </h1>
      <p className="text-lg text-muted">{text.body}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={retry}>
          {text.retry}
        </Button>
        <LinkButton href={text.homeHref}>{text.home}</LinkButton>
      </div>
    </div>
  );
}
