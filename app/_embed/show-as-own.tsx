"use client";

import { useEffect } from "react";
import { findOwnToken } from "../_vote/own-token";

/**
 * The browser sent no cookie with this frame, so the server could not know how many votes somebody has.
 * Where a token is kept for them, the page is asked for once more with it.
 */
export function ShowAsOwn({ conversationId }: { conversationId: number }) {
  useEffect(() => {
    const ask = async () => {
      if (!(await findOwnToken(conversationId))) return;
      const { openOwn } = await import("./open-own");
      const asked = new URL(location.href);
      asked.searchParams.set("own", "1"); // and not again
      asked.hash = "";
      await openOwn(asked.pathname + asked.search, conversationId);
    };
    void ask();
  }, [conversationId]);
  return null;
}
