import type { AnalysisEvent } from "@/lib/schemas/analysis";
import type { ConversationState } from "@/lib/schemas/conversation";
import type { SessionEvent } from "@/lib/schemas/live-session";
import { findLatestVersion } from "@/server/db/queries/analyses";
import type { Live } from "@/server/live/live";
import type { ServiceContext } from "@/server/services/context";
import { getConversation } from "@/server/services/conversations/get";
import type { PublishedSessions } from "@/server/services/live-sessions/published-sessions";
import type { EncodedAnalyses } from "./encoded-analyses";
import { mayReadResults, type ResultsReader } from "./may-read-results";

export interface WatchContext extends ServiceContext {
  live: Live;
  encodedAnalyses: EncodedAnalyses;
  publishedSessions: PublishedSessions;
}

export type WatchedEvent =
  | { type: "analysis"; data: AnalysisEvent }
  | { type: "statements" }
  | { type: "conversation"; data: { state: ConversationState } }
  | { type: "session"; data: SessionEvent };

/**
 * What happens in a conversation from now on, beginning with the newest analysis if it is newer than
 * `after`, and with what is on stage if there ever was a live session. Listens first, then catches up,
 * then skips what was sent; whoever reads slowly gets the newest. Analyses are told to those who may see
 * results, and from the moment they may.
 * @throws ServiceError NOT_FOUND when the conversation is taken out of sight
 */
export async function* watchConversation(
  ctx: WatchContext,
  input: ResultsReader & { after: number; signal: AbortSignal },
): AsyncGenerator<WatchedEvent> {
  const { tokenHash, signal } = input;
  let { conversation } = input;
  const { id, slug } = conversation;
  const events = ctx.live.subscribe(id, { signal });
  let sent = input.after;
  let isDisclosed = await mayReadResults(ctx, { conversation, tokenHash });

  async function* tellNewest(version: number | null): AsyncGenerator<WatchedEvent> {
    if (version === null || version <= sent) return;
    isDisclosed ||= await mayReadResults(ctx, { conversation, tokenHash });
    if (!isDisclosed) return;
    sent = version;
    yield { type: "analysis", data: (await ctx.encodedAnalyses.get(id, version)).event };
  }

  let shown: Pick<SessionEvent, "number" | "isOpen"> = { number: 0, isOpen: false };
  async function* tellStage(): AsyncGenerator<WatchedEvent> {
    const session = await ctx.publishedSessions.get(id);
    if (session === null || session.number < shown.number) return;
    // What is on stage takes no votes while the conversation takes none, which gives it no new number.
    if (session.number === shown.number && session.isOpen === shown.isOpen) return;
    shown = session;
    yield { type: "session", data: session };
  }

  yield* tellStage();
  const newest = await findLatestVersion(ctx.db, id);
  // Whoever knows a version that there never was knew another database: this one was restored.
  if (sent > (newest ?? 0)) sent = 0;
  yield* tellNewest(newest);
  for await (const event of events) {
    switch (event.type) {
      case "analysis":
        yield* tellNewest(event.version);
        break;
      case "statements":
        yield { type: "statements" };
        break;
      case "session":
        yield* tellStage();
        break;
      case "conversation":
        conversation = await getConversation(ctx, { slug });
        isDisclosed = await mayReadResults(ctx, { conversation, tokenHash });
        yield { type: "conversation", data: { state: conversation.state } };
        yield* tellStage();
        yield* tellNewest(await findLatestVersion(ctx.db, id));
    }
  }
}
