import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readParticipant } from "@/server/auth/read-participant";
import { readSession } from "@/server/auth/session";
import { getRuntime } from "@/server/runtime";
import type { ServiceContext } from "@/server/services/context";
import { getConversation } from "@/server/services/conversations/get";
import { ServiceError } from "@/server/services/errors";

/** On whose behalf a page reads: whoever is signed in, else nobody. */
export const loadContext = cache(async (): Promise<ServiceContext> => {
  const { auth, database } = getRuntime();
  const session = await readSession(auth, await headers());
  return {
    db: database.db,
    actor: session?.actor ?? { kind: "anonymous" },
    now: () => new Date(),
  };
});

/** The conversation of a page and who looks at it; what is missing or hidden becomes the 404 page. */
export const loadViewer = cache(async (slug: string) => {
  const context = await loadContext();
  const conversation = await getConversation(context, { slug: decodeSlug(slug) }).catch(
    (error: unknown) => {
      if (error instanceof ServiceError && error.code === "NOT_FOUND") notFound();
      throw error;
    },
  );
  const requestHeaders = await headers();
  const participant = readParticipant({
    secrets: getRuntime().secrets,
    conversationId: conversation.id,
    cookieHeader: requestHeaders.get("cookie"),
    authorizationHeader: requestHeaders.get("authorization"),
  });
  const credentials = {
    cookieHeader: requestHeaders.get("cookie"),
    // Only one that proves something: a page refuses nobody.
    authorizationHeader: participant ? requestHeaders.get("authorization") : null,
  };
  return {
    context,
    conversation,
    credentials,
    participantId: participant?.participantId ?? null,
  };
});

/** Next hands on some parameters encoded; what cannot be decoded names no conversation. */
function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    notFound();
  }
}
