import type { Locale } from "@/lib/i18n/locales";
import { shownText } from "@/lib/i18n/shown-text";
import { chooseTurns, type Turn } from "@/lib/overlay/choose-turns";
import type { OverlayOptions } from "@/lib/overlay/overlay-options";
import type {
  OverlayMapView,
  OverlayProgramme,
  OverlaySession,
  OverlayStatement,
} from "@/lib/overlay/programme";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import { countVoters, smallestCrowd, type Tally } from "@/lib/results/tally";
import { findPublishedSession, type LiveSessionRow } from "@/server/db/queries/live-sessions";
import { getLatestAnalysis } from "@/server/services/analyses/get-latest";
import { mayReadResults } from "@/server/services/analyses/may-read-results";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { getConversation } from "@/server/services/conversations/get";
import { countParticipants } from "@/server/services/conversations/list-public";
import { listStatements, type PublicStatement } from "@/server/services/statements/list";
import { listShownTranslations } from "@/server/services/translations/list-shown";
import type { Translator } from "@/server/services/translations/translator";
import { isOpen } from "@/server/services/votes/assert-open";

export interface ProgrammeContext extends ServiceContext {
  translator: Translator;
}

/**
 * What an overlay shows now. Of statements only those that were accepted: one that waits for a decision
 * is voted on under lenient moderation, but never put on air. Results where lib/results-policy.ts lets
 * the actor see them: the public, or whoever holds the link of the private overlay.
 * @throws ServiceError NOT_FOUND as getConversation
 */
export async function getOverlayProgramme(
  ctx: ProgrammeContext,
  input: { slug: string; options: OverlayOptions; locale: Locale },
): Promise<{ conversationId: number; slug: string; programme: OverlayProgramme }> {
  const conversation = await getConversation(ctx, { slug: input.slug });
  const { id: conversationId, slug, title, state } = conversation;
  const [statements, isDisclosed, stage] = await Promise.all([
    listStatements(ctx, { conversationId }),
    mayReadResults(ctx, { conversation, tokenHash: null }),
    findPublishedSession(ctx.db, conversationId),
  ]);
  const published = statements.filter(({ moderation }) => moderation === "accepted");
  const view = isDisclosed ? await readView(ctx, conversation, published) : null;
  const turns = chooseTurns(
    input.options,
    published.filter(({ isMetadata }) => !isMetadata).map(({ id }) => id),
    view,
  );
  const onStage: Turn[] =
    typeof stage?.statementId === "number"
      ? [{ statement: stage.statementId, reason: "chosen" }]
      : [];
  const told = { ...input, conversationId, published, view };
  const [staged = null] = await tellTurns(ctx, { ...told, turns: onStage });
  const hasMap = input.options.layout === "map" || input.options.layout === "full";
  const programme = {
    title,
    state,
    isDisclosed,
    participants: view?.participants ?? (await countPeople(ctx, conversationId)),
    statements: published.length,
    votes: view?.votes ?? null,
    hasGroups: (view?.groups.length ?? 0) > 0,
    turns: (await tellTurns(ctx, { ...told, turns })).map((turn) =>
      stage?.statementId === turn.statement && !stage.isRevealed ? withoutResults(turn) : turn,
    ),
    session: stage && staged && toSession(stage, staged, isOpen(conversation, ctx.now())),
    map: hasMap && view && view.participants > 0 ? toMapView(view) : null,
  };
  return { conversationId, slug, programme };
}

async function readView(
  ctx: ServiceContext,
  { id: conversationId }: Pick<Conversation, "id">,
  published: PublicStatement[],
): Promise<ResultsView | null> {
  const analysis = await getLatestAnalysis(ctx, { conversationId });
  const known = new Set(published.map(({ id }) => id));
  return analysis && createResultsView(analysis, (id) => known.has(id));
}

async function countPeople(ctx: ServiceContext, id: number): Promise<number> {
  return (await countParticipants(ctx, { conversationIds: [id] })).get(id) ?? 0;
}

async function tellTurns(
  ctx: ProgrammeContext,
  input: {
    conversationId: number;
    locale: Locale;
    turns: Turn[];
    published: PublicStatement[];
    view: ResultsView | null;
  },
): Promise<OverlayStatement[]> {
  const { conversationId, locale, turns, published, view } = input;
  const wanted = new Set(turns.map(({ statement }) => statement));
  const statements = published.filter(({ id }) => wanted.has(id));
  const translations = await listShownTranslations(ctx, { conversationId, statements, locale });
  return turns.flatMap(({ statement, reason }) => {
    const words = statements.find(({ id }) => id === statement);
    if (!words) return [];
    const { text, lang } = shownText({ ...words, translation: translations.get(statement) });
    return [{ statement, reason, text, lang, tally: findTally(view, statement) }];
  });
}

function findTally(view: ResultsView | null, statement: number): Tally | null {
  const tally = view?.statements.find((result) => result.statement === statement)?.all;
  return tally && countVoters(tally) >= smallestCrowd ? tally : null;
}

/** How people voted stays unsaid until it is revealed, whoever looks on. */
function toSession(
  stage: Pick<LiveSessionRow, "isOpen" | "isRevealed">,
  staged: OverlayStatement,
  takesVotes: boolean,
): OverlaySession {
  const { isRevealed } = stage;
  const statement = isRevealed ? staged : withoutResults(staged);
  return { statement, isOpen: stage.isOpen && takesVotes, isRevealed };
}

/** That it is common ground, or divides, tells how people voted too. */
function withoutResults({ reason, ...statement }: OverlayStatement): OverlayStatement {
  return { ...statement, reason: reason === "newest" ? reason : "chosen", tally: null };
}

/** What groups stand for is told by no overlay. */
function toMapView({ version, onMap, map, groups, shared }: ResultsView): OverlayMapView {
  return {
    version,
    onMap,
    map,
    shared,
    groups: groups.map((group) => ({ ...group, standsFor: [] })),
  };
}
