import { createWeightedSampler } from "@/lib/math/weighted-sampler";
import { ConversationSettings } from "@/lib/schemas/conversation";
import type { Database } from "@/server/db/client";
import { type BallotHead, findBallotHead, findPriorities } from "@/server/db/queries/ballots";
import { listStatementRows } from "@/server/db/queries/statements";
import type { Live } from "@/server/live/live";
import { conversationNotFound } from "../votes/assert-open";
import { withPatience } from "../with-patience";
import type { Ballot, Ballots } from "./ballots";

const MAX_AGE_MS = 1_000;
const MAX_ENTRIES = 1_000;
const PATIENCE_MS = 10_000;
/** Of the least interesting statement, beside 1 for a new one: everything is asked now and then. */
const LEAST_WEIGHT = 0.01;

interface Loaded {
  head: BallotHead;
  ballot: Ballot;
}

interface Entry {
  loadedAtMs: number;
  loading: Promise<Loaded | null>;
}

/**
 * Live events drop what they concern; beyond that an entry serves for a second, and what is loaded
 * again is only what has changed.
 */
export function createBallots(options: {
  db: Database;
  live: Pick<Live, "onEvent">;
  nowMs?: () => number;
}): Ballots {
  const { db, live, nowMs = () => performance.now() } = options;
  const entries = new Map<string, Entry>();
  const slugs = new Map<number, string>();

  const stopListening = live.onEvent(({ conversationId }) => {
    const entry = entries.get(slugs.get(conversationId) ?? "");
    if (entry) entry.loadedAtMs = Number.NEGATIVE_INFINITY;
  });

  async function get(slug: string): Promise<Ballot> {
    const found = entries.get(slug);
    const isFresh = found !== undefined && nowMs() - found.loadedAtMs < MAX_AGE_MS;
    const loaded = await (isFresh ? found.loading : reload(slug, found));
    if (!loaded || loaded.ballot.conversation.state === "draft") throw conversationNotFound();
    return loaded.ballot;
  }

  function reload(slug: string, previous: Entry | undefined): Promise<Loaded | null> {
    const loading = withPatience(loadAfter(slug, previous), PATIENCE_MS);
    const entry: Entry = { loadedAtMs: nowMs(), loading };
    entries.delete(slug); // the newest goes last
    entries.set(slug, entry);
    const oldest = entries.size > MAX_ENTRIES && entries.keys().next().value;
    if (oldest) entries.delete(oldest);
    loading.then(
      (loaded) => (loaded ? slugs.set(loaded.head.conversation.id, slug) : forget(slug, entry)),
      () => forget(slug, entry),
    );
    return loading;
  }

  async function loadAfter(slug: string, previous: Entry | undefined): Promise<Loaded | null> {
    const known = await previous?.loading.catch(() => null); // it failed for those who asked then
    return load(db, slug, known ?? null);
  }

  function forget(slug: string, entry: Entry): void {
    if (entries.get(slug) === entry) entries.delete(slug);
  }

  return {
    get,
    close() {
      stopListening();
      entries.clear();
    },
  };
}

async function load(db: Database, slug: string, known: Loaded | null): Promise<Loaded | null> {
  const head = await findBallotHead(db, slug);
  if (!head) return null;
  const { id } = head.conversation;
  const settings = ConversationSettings.parse(head.conversation.settings);
  const isSame = known !== null && hasSameStatements(known.head, head);
  const statements = isSame
    ? known.ballot.statements
    : await listVotable(db, id, settings.moderation);
  const sampler =
    isSame && known.head.analysisVersion === head.analysisVersion
      ? known.ballot.sampler
      : createWeightedSampler(await loadWeights(db, head, statements));
  const conversation = { ...head.conversation, settings };
  return { head, ballot: { conversation, statements, sampler } };
}

function hasSameStatements(a: BallotHead, b: BallotHead): boolean {
  return (
    a.conversation.id === b.conversation.id &&
    a.moderationSeq === b.moderationSeq &&
    a.nextStatementId === b.nextStatementId &&
    a.conversation.settings.moderation === b.conversation.settings.moderation
  );
}

async function listVotable(
  db: Database,
  conversationId: number,
  moderation: ConversationSettings["moderation"],
): Promise<Ballot["statements"]> {
  const shown =
    moderation === "lenient" ? (["accepted", "pending"] as const) : ["accepted" as const];
  const rows = await listStatementRows(db, conversationId, shown);
  return rows.map(({ id, text, language, isSeed }) => ({ id, text, language, isSeed }));
}

async function loadWeights(
  db: Database,
  head: BallotHead,
  statements: Ballot["statements"],
): Promise<Float64Array> {
  const { conversation, analysisVersion } = head;
  const priorities =
    analysisVersion === null ? null : await findPriorities(db, conversation.id, analysisVersion);
  return Float64Array.from(statements, ({ id }) => Math.max(priorities?.[id] ?? 1, LEAST_WEIGHT));
}
