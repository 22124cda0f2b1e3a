import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import { computeRoutingWeights } from "@/lib/math/statements/routing-weights";
import { createWeightedSampler } from "@/lib/math/statements/weighted-sampler";
import { ConversationSettings } from "@/lib/schemas/conversation";
import type { ShownTranslation } from "@/lib/schemas/vote";
import type { Database } from "@/server/db/client";
import { type BallotHead, findBallotHead, findRoutingFacts } from "@/server/db/queries/ballots";
import { listStatementRows } from "@/server/db/queries/statements";
import { listTranslationRows } from "@/server/db/queries/translations";
import type { Live } from "@/server/live/live";
import { conversationNotFound } from "../votes/assert-open";
import { withPatience } from "../with-patience";
import type { Ballot, Ballots } from "./ballots";

const MAX_AGE_MS = 1_000;
const MAX_ENTRIES = 1_000;
const PATIENCE_MS = 10_000;

interface Loaded {
  head: BallotHead;
  ballot: Ballot;
  /** Ids of its metadata statements. */
  metadata: ReadonlySet<number>;
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
  const { statements, metadata } = isSame
    ? { statements: known.ballot.statements, metadata: known.metadata }
    : await listVotable(db, id, settings.moderation);
  const sampler =
    isSame && known.head.analysisVersion === head.analysisVersion
      ? known.ballot.sampler
      : createWeightedSampler(await loadWeights(db, head, statements, metadata));
  const translations =
    known !== null && hasSameTranslations(known.head, head)
      ? known.ballot.translations
      : await listTranslationsByLocale(db, id);
  const conversation = { ...head.conversation, settings };
  return { head, ballot: { conversation, statements, translations, sampler }, metadata };
}

function hasSameStatements(a: BallotHead, b: BallotHead): boolean {
  return (
    a.conversation.id === b.conversation.id &&
    a.moderationSeq === b.moderationSeq &&
    a.nextStatementId === b.nextStatementId &&
    a.conversation.settings.moderation === b.conversation.settings.moderation
  );
}

function hasSameTranslations(a: BallotHead, b: BallotHead): boolean {
  return a.conversation.id === b.conversation.id && a.translationSeq === b.translationSeq;
}

async function listTranslationsByLocale(
  db: Database,
  conversationId: number,
): Promise<Ballot["translations"]> {
  const byLocale = new Map<string, Map<number, ShownTranslation>>();
  for (const row of await listTranslationRows(db, { conversationId })) {
    const { statementId, locale, text, origin } = row;
    const inLocale = byLocale.get(locale) ?? new Map<number, ShownTranslation>();
    byLocale.set(locale, inLocale.set(statementId, { text, locale, origin }));
  }
  return byLocale;
}

async function listVotable(
  db: Database,
  conversationId: number,
  moderation: ConversationSettings["moderation"],
): Promise<Pick<Ballot, "statements"> & Pick<Loaded, "metadata">> {
  const shown =
    moderation === "lenient" ? (["accepted", "pending"] as const) : ["accepted" as const];
  const rows = await listStatementRows(db, conversationId, shown);
  return {
    statements: rows.map(({ id, text, language, isSeed }) => ({ id, text, language, isSeed })),
    metadata: new Set(rows.filter(({ isMetadata }) => isMetadata).map(({ id }) => id)),
  };
}

async function loadWeights(
  db: Database,
  { conversation, analysisVersion }: BallotHead,
  statements: Ballot["statements"],
  metadata: Loaded["metadata"],
): Promise<Float64Array> {
  const facts =
    analysisVersion === null ? null : await findRoutingFacts(db, conversation.id, analysisVersion);
  const routed = statements.map(({ id }) => ({
    priority: facts?.priorities[id] ?? null,
    agrees: facts?.statementTotals[id]?.agrees ?? 0,
    votes: facts?.statementTotals[id]?.votes ?? 0,
    isMetadata: metadata.has(id),
  }));
  return computeRoutingWeights(routed, plenumParameters);
}
