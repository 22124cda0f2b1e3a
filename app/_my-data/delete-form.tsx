"use client";

import type { ReactNode, SubmitEvent } from "react";

interface Props {
  conversationId: number;
  slug: string;
  isEmbedded: boolean;
  children: ReactNode;
}

/** A plain form; with the script this device forgets too what only it keeps. */
export function DeleteForm({ conversationId, slug, isEmbedded, children }: Props) {
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const query = await import("./delete-here")
      .then(({ deleteHere }) => deleteHere(form, { conversationId, slug, isEmbedded }))
      .catch(() => null);
    if (query === null)
      form.submit(); // the page that answers says what is wrong
    else location.replace(`${location.pathname}?${query}`);
  };
  return (
    <form
      method="post"
      action={`/api/v1/conversations/${slug}/me/delete`}
      onSubmit={submit}
      className="grid gap-3"
    >
      {children}
    </form>
  );
}
