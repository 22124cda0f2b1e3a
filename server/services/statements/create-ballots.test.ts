import { afterEach, expect, test } from "vitest";
import { createRandom } from "@/lib/math/random";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import type { Ballot, Ballots } from "./ballots";
import { createBallots } from "./create-ballots";

const database = openTestDatabase();
const opened: Ballots[] = [];

afterEach(() => {
  for (const ballots of opened.splice(0)) ballots.close();
});

/** Ballots that are looked up again each time, as if a second had passed. */
function openBallots(): Ballots {
  let now = 0;
  const ballots = createBallots({
    db: database.db,
    live: { onEvent: () => () => {} },
    nowMs: () => {
      now += 1_001;
      return now;
    },
  });
  opened.push(ballots);
  return ballots;
}

async function publish(conversationId: number, version: number, core: object): Promise<void> {
  await database.sql`
    insert into analyses (conversation_id, version, algorithm, parameters, vote_seq, core, frame)
    values (${conversationId}, ${version}, 'plenum 1', '{}', 0,
      ${JSON.stringify(core)}::text::jsonb, '{}')`;
}

/** Share of first draws that each statement gets. */
function shareOfDraws({ statements, sampler }: Ballot): number[] {
  const random = createRandom(1);
  const hits = new Float64Array(statements.length);
  for (let i = 0; i < 20_000; i += 1) {
    const [first] = sampler.draw({ excluded: [], count: 1, random });
    hits[first!]! += 1 / 20_000;
  }
  return [...hits];
}

/** 4 standard errors of a share of 20,000 draws, at most. */
const tolerance = 0.015;

function expectShares(ballot: Ballot, weights: number[]): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  shareOfDraws(ballot).forEach((share, place) => {
    expect(Math.abs(share - weights[place]! / total)).toBeLessThan(tolerance);
  });
}

const known = { agrees: 100, disagrees: 100, votes: 200 };

test("statements are drawn by the priorities of the newest analysis, a new one 25 times the mean", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  const ballots = openBallots();
  expectShares(await ballots.get(slug), [1, 1, 1]);
  await publish(id, 1, {
    priorities: { 0: 1, 1: 3 },
    statementTotals: { 0: known, 1: known },
  });
  expectShares(await ballots.get(slug), [1, 3, 50]);
  await publish(id, 2, {
    priorities: { 0: 1, 1: 3, 2: 8 },
    statementTotals: { 0: known, 1: known, 2: known },
  });
  expectShares(await ballots.get(slug), [1, 3, 8]);
});

test("metadata do not make new statements heavier", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  await database.sql`update statements set is_metadata = true
    where conversation_id = ${id} and id = 0`;
  await publish(id, 1, {
    priorities: { 0: 49, 1: 2 },
    statementTotals: { 0: known, 1: known },
  });
  expectShares(await openBallots().get(slug), [49, 2, 50]);
});

test("the same sampler serves until an analysis or a statement is new", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 2 });
  const ballots = openBallots();
  const { sampler } = await ballots.get(slug);
  expect((await ballots.get(slug)).sampler).toBe(sampler);
  await publish(id, 1, {});
  const next = await ballots.get(slug);
  expect(next.sampler).not.toBe(sampler);
  expectShares(next, [1, 1]);
});
