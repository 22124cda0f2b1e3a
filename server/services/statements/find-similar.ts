import { SimilarInput, type SimilarStatement } from "@/lib/schemas/participation";
import type { NextStatement } from "@/lib/schemas/vote";
import { foldText } from "@/lib/statements/fold-text";
import { bigramsOf, probesOf } from "@/lib/statements/grams";
import { rankSimilar } from "@/lib/statements/rank-similar";
import { weighBigrams } from "@/lib/statements/weigh-bigrams";
import { listOwnVotesOn } from "@/server/db/queries/participation";
import { listSimilarIds } from "@/server/db/queries/similar-statements";
import { parseInput } from "../parse-input";
import { translateNext } from "../translations/translate-next";
import { findKnownVoter } from "../votes/find-voter";
import type { RateLimits } from "../votes/rate-limits";
import type { Credentials, VoteContext } from "../votes/vote-context";
import type { Ballot } from "./ballots";

/** Up to here every statement is compared; beyond, those that the index finds. */
const FEW_STATEMENTS = 250;
const MAX_PROBES = 8;
/** What is written beyond that hardly tells more. */
const MAX_CHARACTERS = 500;

type Search = Pick<
  VoteContext,
  "db" | "ballots" | "secrets" | "addressKey" | "locale" | "translator"
> & { rateLimits: Pick<RateLimits, "takeSearch"> };

/**
 * Statements that are up for a vote and say nearly what somebody is writing, the most similar first, with
 * the own vote on each; none for a text that resembles nothing.
 * @throws ServiceError NOT_FOUND; BAD_REQUEST; UNAUTHORIZED for a token that proves nothing; TOO_MANY_REQUESTS
 */
export async function findSimilarStatements(
  ctx: Search,
  input: {
    slug: string;
    body: unknown;
    count: number;
    credentials: Omit<Credentials, "idempotencyKey">;
  },
): Promise<SimilarStatement[]> {
  const { text: typed } = parseInput(SimilarInput, input.body);
  const ballot = await ctx.ballots.get(input.slug);
  const { id: conversationId } = ballot.conversation;
  const voter = findKnownVoter(ctx, conversationId, input.credentials);
  ctx.rateLimits.takeSearch({
    participantKey: voter?.tokenHash ?? null,
    addressKey: ctx.addressKey,
  });
  const text = [...typed].slice(0, MAX_CHARACTERS).join("");
  const folded = foldText(text);
  const weights = weighBigrams(
    bigramsOf(folded),
    ballot.statements.map((statement) => statement.text),
  );
  const candidates = await listCandidates(ctx, ballot, { folded, weights });
  const similar = rankSimilar(text, candidates, weights, input.count);
  const votes =
    voter && similar.length > 0
      ? await listOwnVotesOn(
          ctx.db,
          { conversationId, tokenHash: voter.tokenHash },
          similar.map(({ id }) => id),
        )
      : [];
  return translateNext(ballot, similar, ctx).map((statement) => ({
    ...statement,
    vote: votes.find((vote) => vote.statement === statement.id)?.vote ?? null,
  }));
}

/** Only what the ballot holds: nothing else is up for a vote. */
async function listCandidates(
  ctx: Search,
  { conversation, statements }: Ballot,
  search: { folded: string; weights: ReadonlyMap<string, number> },
): Promise<NextStatement[]> {
  if (statements.length <= FEW_STATEMENTS) return statements;
  const weightOf = (probe: string[]) =>
    probe.reduce((sum, bigram) => sum + (search.weights.get(bigram) ?? 0), 0);
  const probes = new Map(probesOf(search.folded).map((probe) => [probe.join("\n"), probe]));
  const telling = [...probes.values()].sort((a, b) => weightOf(b) - weightOf(a));
  const ids = await listSimilarIds(ctx.db, conversation.id, {
    probes: telling.slice(0, MAX_PROBES),
    statements: statements.length,
  });
  const found = new Set(ids);
  return statements.filter(({ id }) => found.has(id));
}
