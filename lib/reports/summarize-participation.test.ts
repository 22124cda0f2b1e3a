import fc from "fast-check";
import { expect, test } from "vitest";
import { type ParticipationCounts, summarizeParticipation } from "./summarize-participation";

const statements = { seeds: 0, byParticipants: 0, authors: 0 };
const counts = (
  perPerson: [votes: number, people: number, imported?: number][],
  spans: [newcomers: number, voters: number, votes: number][] = [],
): ParticipationCounts => ({
  perPerson: perPerson.map(([votes, people, imported = 0]) => ({ votes, people, imported })),
  spans: spans.map(([newcomers, voters, votes], day) => ({
    start: `2026-05-0${day + 1}T00:00:00Z`,
    newcomers,
    voters,
    votes,
  })),
  until: null,
  statements,
});

test("nobody is a defined result", () => {
  expect(summarizeParticipation(counts([]))).toMatchObject({
    people: 0,
    votes: 0,
    medianVotes: 0,
    votesPerPerson: [],
    spans: [],
    channels: { here: 0, imported: 0 },
  });
});

test("people are put in classes by their votes, the median among them", () => {
  const summary = summarizeParticipation(
    counts([
      [1, 6],
      [3, 5],
      [12, 9],
    ]),
  );
  expect(summary).toMatchObject({ people: 20, votes: 129, medianVotes: 3 });
  expect(summary.votesPerPerson).toEqual([
    { from: 1, to: 1, people: 6 },
    { from: 2, to: 4, people: 5 },
    { from: 5, to: 9, people: 0 },
    { from: 10, to: null, people: 9 },
  ]);
});

test("a class or a span of fewer than five people is joined to its neighbour", () => {
  const summary = summarizeParticipation(
    counts(
      [
        [1, 2],
        [2, 7],
        [40, 3],
      ],
      [
        [9, 9, 20],
        [3, 12, 30],
        [0, 4, 8],
      ],
    ),
  );
  expect(summary.votesPerPerson).toEqual([{ from: 1, to: null, people: 12 }]);
  expect(summary.spans).toEqual([{ start: "2026-05-01T00:00:00Z", newcomers: 12, votes: 58 }]);
});

test("whether somebody came by an import is told only where both are five or none", () => {
  const channelsOf = (people: number, imported: number) =>
    summarizeParticipation(counts([[1, people, imported]])).channels;
  expect(channelsOf(20, 20)).toEqual({ here: 0, imported: 20 });
  expect(channelsOf(20, 8)).toEqual({ here: 12, imported: 8 });
  expect(channelsOf(20, 17)).toEqual({ here: null, imported: null });
});

test("whatever the counts, no class or span tells of one to four people and all are counted", () => {
  const rows = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 9 })),
    {
      selector: ([votes]) => votes,
    },
  );
  const days = fc.array(
    fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([newcomers, more]): [number, number, number] => [
        newcomers,
        newcomers + more,
        newcomers + more,
      ]),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(rows, days, (perPerson, spans) => {
      const sorted = [...perPerson].sort(([a], [b]) => a - b);
      const summary = summarizeParticipation(counts(sorted, spans));
      const shown = [
        ...summary.votesPerPerson.map(({ people }) => people),
        ...summary.spans.map(({ newcomers }) => newcomers),
      ];
      expect(shown.filter((people) => people > 0 && people < 5)).toEqual([]);
      const inClasses = summary.votesPerPerson.reduce((sum, { people }) => sum + people, 0);
      expect([0, summary.people]).toContain(inClasses);
      const votes = summary.spans.reduce((sum, span) => sum + span.votes, 0);
      expect([0, spans.reduce((sum, [, , cast]) => sum + cast, 0)]).toContain(votes);
    }),
  );
});
