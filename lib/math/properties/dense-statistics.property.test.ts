import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../../schemas/analysis";
import { anyGroupedConversation, type GroupedConversation } from "../testing/any-conversation";
import {
  type DenseConversation,
  listClustered,
  meanVote,
  type Tally,
  tally,
  toDense,
} from "../testing/dense-conversation";
import { analyzeGroups, profiles } from "../testing/profiles";

const z90 = 1.2816;

/** Everything here follows the words of MATH.md A8 to A10, over a table of votes. */
describe.each(profiles)("profile %s says of each statement what a plain count says", (profile) => {
  type Verify = (analysis: Analysis, dense: DenseConversation, clustered: number[]) => void;
  const check = (verify: Verify) => {
    const property = ({ conversation, groups }: GroupedConversation) => {
      const analysis = analyzeGroups(profile, conversation, groups);
      const dense = toDense(conversation);
      const given = groups && dense.participants.filter((participant) => groups.has(participant));
      verify(analysis, dense, given ?? listClustered(dense));
    };
    fc.assert(fc.property(anyGroupedConversation(), property), { numRuns: 30 });
  };

  test("who is clustered", () => {
    check((analysis, _, clustered) => {
      expect(analysis.clustered).toBe(clustered.length);
      if (analysis.k > 0) expect(Object.keys(analysis.membership).map(Number)).toEqual(clustered);
    });
  });

  test("totals, means, and what is moderated out", () => {
    check((analysis, dense) => {
      const { participants, statements, isModeratedOut } = dense;
      expect(analysis.moderatedOut).toEqual(statements.filter(isModeratedOut));
      const isFlat = participants.length === 1 || statements.length === 1;
      for (const statement of statements) {
        expect(analysis.statementTotals[statement]).toEqual(tally(dense, participants, statement));
        const mean = isFlat || isModeratedOut(statement) ? 0 : meanVote(dense, statement);
        expect(analysis.center[statement]).toBeCloseTo(mean, 12);
      }
    });
  });

  test("each group's shares and how they differ from the rest", () => {
    check((analysis, dense) => {
      const live = dense.statements.filter((statement) => !dense.isModeratedOut(statement));
      expect(Object.keys(analysis.statementStats)).toHaveLength(analysis.k);
      for (const { id } of analysis.groups) {
        const own = membersOf(analysis, (group) => group === id);
        const others = membersOf(analysis, (group) => group !== id);
        const stats = analysis.statementStats[id]!;
        expect(Object.keys(stats).map(Number)).toEqual(live);
        for (const statement of live) {
          const here = tally(dense, own, statement);
          const rest = tally(dense, others, statement);
          const expected = { ...here, ...side("a", here, rest), ...side("d", here, rest) };
          expectClose(stats[statement]!, expected);
        }
      }
    });
  });

  test("consensus over everybody", () => {
    check((analysis, dense) => {
      const live = dense.statements.filter((statement) => !dense.isModeratedOut(statement));
      for (const [list, key] of [
        [analysis.consensus.agree, "agrees"],
        [analysis.consensus.disagree, "disagrees"],
      ] as const) {
        const strength = (statement: number) => {
          const all = tally(dense, dense.participants, statement);
          const p = (all[key] + 1) / (all.votes + 2);
          const z = zOfHalf(all[key], all.votes);
          return p > 0.5 && z > z90 ? p * z : 0;
        };
        const strengths = live.map(strength).filter((value) => value > 0);
        const strongest = strengths.sort((a, b) => b - a).slice(0, 5);
        expect(list).toHaveLength(strongest.length);
        list.forEach(({ statement, p, pTest, agrees, disagrees, votes }, rank) => {
          expect(p * pTest).toBeCloseTo(strongest[rank]!, 9);
          expect(strength(statement)).toBeCloseTo(strongest[rank]!, 9);
          expect({ agrees, disagrees, votes }).toEqual(tally(dense, dense.participants, statement));
        });
        expect(new Set(list.map(({ statement }) => statement)).size).toBe(list.length);
      }
    });
  });

  test("group-aware consensus", () => {
    check((analysis, dense, clustered) => {
      const groups = analysis.groups.map(({ id }) => membersOf(analysis, (group) => group === id));
      if (groups.length === 0) groups.push(clustered);
      for (const statement of dense.statements) {
        const shares = groups.map((members) => {
          const { agrees, votes } = tally(dense, members, statement);
          return (agrees + 1) / (votes + 2);
        });
        const product = shares.reduce((result, share) => result * share, 1);
        expectClose(analysis.groupAwareConsensus[statement]!, {
          product,
          geometricMean: product ** (1 / shares.length),
          minimum: Math.min(...shares),
        });
      }
    });
  });

  test("extremity and priorities", () => {
    check((analysis, dense, clustered) => {
      const [first, second] = analysis.components;
      const scale = Math.sqrt(dense.statements.length);
      for (const statement of dense.statements) {
        const deviation = scale * (1 - analysis.center[statement]!);
        const x = deviation * first!.loadings[statement]!;
        const y = deviation * second!.loadings[statement]!;
        expect(analysis.extremity[statement]).toBeCloseTo(Math.hypot(x, y), 9);
        const { agrees, disagrees, votes } = tally(dense, clustered, statement);
        const passes = votes - agrees - disagrees;
        const importance =
          (1 - (passes + 1) / (votes + 2)) * (Math.hypot(x, y) + 1) * ((agrees + 1) / (votes + 2));
        const priority = dense.isMetadata(statement)
          ? 49
          : (importance * (1 + 8 * 2 ** (-votes / 5))) ** 2;
        expect(analysis.priorities[statement]).toBeCloseTo(priority, 7);
      }
    });
  });
});

function membersOf({ membership }: Analysis, isIn: (group: number) => boolean): number[] {
  return Object.keys(membership)
    .map(Number)
    .filter((id) => isIn(membership[id]!));
}

/** z that a share exceeds one half, with one success added. */
function zOfHalf(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 1 / 2);
}

/** Share, z, ratio to the rest and z against the rest, of agreement or of disagreement. */
function side(letter: "a" | "d", here: Tally, rest: Tally): Record<string, number> {
  const key = letter === "a" ? "agrees" : "disagrees";
  const p = (here[key] + 1) / (here.votes + 2);
  const s1 = here[key] + 1;
  const s2 = rest[key] + 1;
  const n1 = here.votes + 1;
  const n2 = rest.votes + 1;
  const pooled = (s1 + s2) / (n1 + n2);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return {
    [`p${letter}`]: p,
    [`p${letter}t`]: zOfHalf(here[key], here.votes),
    [`r${letter}`]: p / ((rest[key] + 1) / (rest.votes + 2)),
    [`r${letter}t`]: pooled === 1 ? 0 : (s1 / n1 - s2 / n2) / spread,
  };
}

function expectClose(actual: object, expected: Record<string, number>): void {
  const entries = Object.entries(actual) as [string, number][];
  expect(entries.map(([key]) => key).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of entries) expect(value, key).toBeCloseTo(expected[key]!, 9);
}
