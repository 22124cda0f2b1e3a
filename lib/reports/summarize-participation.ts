import { smallestCrowd } from "../results/tally";
import type { Participation, ParticipationSpan, VotesPerPerson } from "../schemas/report";
import { joinSparse } from "./join-sparse";

export interface ParticipationCounts {
  /** How many people gave exactly so many votes, ascending; `imported` are those whom an import brought. */
  perPerson: { votes: number; people: number; imported: number }[];
  /** Ascending; spans without a vote are left out. */
  spans: { start: string; newcomers: number; voters: number; votes: number }[];
  until: string | null;
  statements: { seeds: number; byParticipants: number; authors: number };
}

/** Where a class of people by their votes begins. */
const classStarts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Turns exact counts into those that everybody may read: none tells of fewer than five people. */
export function summarizeParticipation(counts: ParticipationCounts): Participation {
  const { perPerson, spans, until, statements } = counts;
  const people = perPerson.reduce((sum, row) => sum + row.people, 0);
  const { authors, ...rest } = statements;
  return {
    people,
    votes: perPerson.reduce((sum, row) => sum + row.people * row.votes, 0),
    medianVotes: findMedian(perPerson, people),
    votesPerPerson: classifyPeople(perPerson),
    spans: joinSpans(spans),
    until,
    channels: splitChannels(perPerson, people),
    statements: { ...rest, authors: isFew(authors) ? null : authors },
  };
}

/** Whether a number of people may not be told; nobody at all may. */
function isFew(people: number): boolean {
  return people > 0 && people < smallestCrowd;
}

function findMedian(rows: ParticipationCounts["perPerson"], people: number): number {
  if (people === 0) return 0;
  return (votesOfPlace(rows, (people - 1) >> 1) + votesOfPlace(rows, people >> 1)) / 2;
}

/** Votes of the person at a place from 0, in the order of their votes. */
function votesOfPlace(rows: ParticipationCounts["perPerson"], place: number): number {
  let seen = 0;
  for (const { votes, people } of rows) {
    seen += people;
    if (place < seen) return votes;
  }
  return 0;
}

function classifyPeople(rows: ParticipationCounts["perPerson"]): VotesPerPerson[] {
  const most = rows.at(-1)?.votes ?? 0;
  const classes = classStarts
    .filter((from) => from <= most)
    .map((from, index, starts) => {
      const next = starts[index + 1] ?? null;
      const inside = rows.filter(({ votes }) => votes >= from && (next === null || votes < next));
      const people = inside.reduce((sum, row) => sum + row.people, 0);
      return { from, to: next === null ? null : next - 1, people };
    });
  return joinSparse<VotesPerPerson>(classes, {
    isSparse: ({ people }) => isFew(people),
    join: (before, after) => ({
      from: before.from,
      to: after.to,
      people: before.people + after.people,
    }),
  });
}

function joinSpans(spans: ParticipationCounts["spans"]): ParticipationSpan[] {
  const joined = joinSparse(spans, {
    isSparse: ({ newcomers, voters }) => isFew(newcomers) || isFew(voters),
    join: (before, after) => ({
      start: before.start,
      newcomers: before.newcomers + after.newcomers,
      // At least: the same people may have come again.
      voters: Math.max(before.voters, after.voters, before.newcomers + after.newcomers),
      votes: before.votes + after.votes,
    }),
  });
  return joined.map(({ start, newcomers, votes }) => ({ start, newcomers, votes }));
}

function splitChannels(
  rows: ParticipationCounts["perPerson"],
  people: number,
): Participation["channels"] {
  const imported = rows.reduce((sum, row) => sum + row.imported, 0);
  const here = people - imported;
  // Everybody is counted elsewhere: one number would tell the other.
  return isFew(imported) || isFew(here) ? { here: null, imported: null } : { here, imported };
}
