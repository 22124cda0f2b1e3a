"use client";

import type { ReactNode, SubmitEvent } from "react";

interface Props {
  conversationId: number;
  slug: string;
  children: ReactNode;
}

/** A plain form; with the script this device forgets first what it has not sent yet. */
export function DeleteForm({ conversationId, slug, children }: Props) {
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    await import("../_vote/forget-conversation")
      .then(({ forgetConversation }) => forgetConversation(conversationId, slug))
      .catch(() => {}); // without a connection the form does not get through either
    form.submit();
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
