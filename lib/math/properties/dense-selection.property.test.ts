import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis, StatementStats } from "../../schemas/analysis";
import { anyGroupedConversation, type GroupedConversation } from "../testing/any-conversation";
import { type DenseConversation, tally, toDense } from "../testing/dense-conversation";
import { analyzeGroups, profiles } from "../testing/profiles";

const z90 = 1.2816;
const z95 = 1.959963984540054;

/** What is listed, chosen again from the statistics by the words of MATH.md A9 and B4. */
describe.each(profiles)("profile %s lists what the rules choose", (profile) => {
  const check = (verify: (analysis: Analysis, dense: DenseConversation) => void) => {
    const property = (input: GroupedConversation) => {
      const { conversation, groups } = input;
      verify(analyzeGroups(profile, conversation, groups), toDense(conversation));
    };
    fc.assert(fc.property(anyGroupedConversation(), property), { numRuns: 30 });
  };

  test("representative statements", () => {
    check((analysis, dense) => {
      const live = dense.statements.filter((statement) => !dense.isModeratedOut(statement));
      for (const { id, representative } of analysis.groups) {
        const stats = live.map((statement) => ({
          statement,
          ...analysis.statementStats[id]![statement]!,
        }));
        const chosen = chooseRepresentative(stats);
        expect(representative).toHaveLength(chosen.length);
        expect(representative).toMatchObject(chosen);
      }
    });
  });

  test("divisive statements", () => {
    check((analysis, dense) => {
      const members = (group: number) =>
        Object.keys(analysis.membership)
          .map(Number)
          .filter((p) => analysis.membership[p] === group);
      const groups = analysis.groups.map(({ id }) => ({ id, members: members(id) }));
      const expected = new Map<number, number>();
      for (const statement of analysis.moderatedOut) expect(widest(statement)).toBeUndefined();
      for (const statement of dense.statements) {
        if (dense.isModeratedOut(statement)) continue;
        for (const a of groups) {
          for (const b of groups) {
            const pair = compare(
              tally(dense, a.members, statement),
              tally(dense, b.members, statement),
            );
            if (pair && pair.z > z95 && pair.difference > (expected.get(statement) ?? 0)) {
              expected.set(statement, pair.difference);
            }
          }
        }
      }
      function widest(statement: number) {
        return analysis.divisive.find((entry) => entry.statement === statement);
      }
      expect(analysis.divisive).toHaveLength(expected.size);
      for (const [statement, difference] of expected) {
        const { groups: pair, ...entry } = widest(statement)!;
        const counts = pair.map((id) => tally(dense, members(id), statement));
        const again = compare(counts[0]!, counts[1]!)!;
        expect(entry.difference).toBeCloseTo(difference, 12);
        expect(again.difference).toBeCloseTo(difference, 12);
        expect(entry.z).toBeCloseTo(again.z, 9);
        expect(entry.low).toBeLessThan(difference);
        expect(entry.high).toBeGreaterThanOrEqual(difference);
      }
      const differences = analysis.divisive.map(({ difference }) => difference);
      expect(differences).toEqual(differences.toSorted((a, b) => b - a));
    });
  });

  test("coverage of the consensus lists", () => {
    check(({ coverage, consensus, groups, membership }, dense) => {
      const isReached = (participant: number) =>
        consensus.agree.some(({ statement }) => dense.vote(participant, statement) === 1) ||
        consensus.disagree.some(({ statement }) => dense.vote(participant, statement) === -1);
      const share = (people: number[]) =>
        people.filter(isReached).length / Math.max(people.length, 1);
      expect(coverage?.share).toBeCloseTo(share(dense.participants), 12);
      for (const { id } of groups) {
        const members = dense.participants.filter((participant) => membership[participant] === id);
        expect(coverage?.perGroup[id]).toBeCloseTo(share(members), 12);
      }
    });
  });
});

type Candidate = StatementStats & { statement: number };

/** Rule A9, statement by statement. */
function chooseRepresentative(stats: Candidate[]) {
  let best: Candidate | undefined;
  let bestAgree: Candidate | undefined;
  const sufficient: Candidate[] = [];
  for (const s of stats) {
    if ((s.rat > z90 && s.pat > z90) || (s.rdt > z90 && s.pdt > z90)) sufficient.push(s);
    const most = Math.max(s.rat, s.rdt);
    const isMore = best === undefined || most > Math.max(best.rat, best.rdt);
    if (sufficient.length === 0 && isMore) best = s;
    if (s.agrees + s.disagrees === 0) continue;
    const replaces =
      bestAgree === undefined
        ? s.pat > z90 || (s.ra > 1 && s.pa > 0.5)
        : bestAgree.ra > 1
          ? s.ra * s.rat * s.pa * s.pat >
            bestAgree.ra * bestAgree.rat * bestAgree.pa * bestAgree.pat
          : s.pa * s.pat > bestAgree.pa * bestAgree.pat;
    if (replaces) bestAgree = s;
  }
  if (sufficient.length === 0) {
    return [bestAgree ?? best].flatMap((s) => (s ? [toListed(s, s === bestAgree)] : []));
  }
  const others = sufficient
    .filter((s) => s !== bestAgree)
    .map((s) => toListed(s, false))
    .sort(
      (a, b) =>
        b.repness * b.repnessTest * b.p * b.pTest - a.repness * a.repnessTest * a.p * a.pTest,
    );
  const five = [...(bestAgree ? [toListed(bestAgree, true)] : []), ...others].slice(0, 5);
  return five.sort((a, b) => b.value - a.value);
}

function toListed(s: Candidate, best: boolean) {
  const { statement, agrees, disagrees, votes } = s;
  const counts = { statement, agrees, disagrees, votes, best };
  return s.rat > s.rdt
    ? { ...counts, value: 1, p: s.pa, pTest: s.pat, repness: s.ra, repnessTest: s.rat }
    : { ...counts, value: -1, p: s.pd, pTest: s.pdt, repness: s.rd, repnessTest: s.rdt };
}

/** Difference of plain agreement shares, and its z with one success added to each. */
function compare(a: { agrees: number; votes: number }, b: { agrees: number; votes: number }) {
  if (a.votes === 0 || b.votes === 0) return undefined;
  const pooled = (a.agrees + b.agrees + 2) / (a.votes + b.votes + 2);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / (a.votes + 1) + 1 / (b.votes + 1)));
  const z = (a.agrees + 1) / (a.votes + 1) - (b.agrees + 1) / (b.votes + 1);
  return {
    difference: a.agrees / a.votes - b.agrees / b.votes,
    z: pooled === 1 ? 0 : z / spread,
  };
}
