import fc from "fast-check";
import { createRandom } from "../random";
import type { AnalysisStatement } from "../votes/statement-flags";
import { createVoteMatrix, type VoteMatrix, type VoteTriples } from "../votes/vote-matrix";

type Cell = 1 | 0 | -1 | null;

/** What an analysis may be asked to make something of. */
export interface Conversation {
  /** Cells by participant, in the order of their ids, then by statement; null is not voted. */
  rows: readonly (readonly Cell[])[];
  /** Ascending; those without a vote too. */
  participantIds: readonly number[];
  statementIds: readonly number[];
  /** Known to the conversation: any of the above, and others nobody voted on. */
  statements: readonly AnalysisStatement[];
}

const largestId = 2 ** 31 - 1;

/**
 * Conversations of any shape with any votes, ids and moderation. The degenerate ones are likely:
 * nobody, one person, one statement, everybody passing or agreeing, a few opinions many times.
 */
export function anyConversation(size = { participants: 24, statements: 9 }) {
  const shape = fc.record({
    participants: upTo(size.participants),
    statements: upTo(size.statements),
  });
  return shape.chain(({ participants, statements }) =>
    fc
      .record({
        rows: anyRows(participants, statements),
        participantIds: anyIds(participants),
        statementIds: anyIds(statements),
        flags: fc.array(anyFlags, { minLength: statements, maxLength: statements }),
        others: fc.array(anyFlags, { maxLength: 2 }),
      })
      .map(({ flags, others, ...rest }): Conversation => {
        const known = [...rest.statementIds, ...freeIds(rest.statementIds, others.length)];
        const listed = [...flags, ...others].map((flag, i) => flag && { id: known[i]!, ...flag });
        return { ...rest, statements: listed.filter((statement) => statement !== null) };
      }),
  );
}

/** Two or three camps of 8 to 20 people each with some noise: there are groups to be found. */
export function campConversation(statements = 9): fc.Arbitrary<Conversation> {
  const opinion = fc.array(fc.constantFrom<Cell>(1, -1), {
    minLength: statements,
    maxLength: statements,
  });
  const camp = fc.record({ opinion, size: fc.integer({ min: 8, max: 20 }) });
  const camps = fc.array(camp, { minLength: 2, maxLength: 3 });
  return fc.record({ camps, seed: fc.integer() }).map(({ camps, seed }) => {
    const random = createRandom(seed);
    const stray = (vote: Cell): Cell => {
      const chance = Math.floor(random() * 12);
      return chance < 2
        ? null
        : chance === 2
          ? 0
          : chance === 3 && vote !== null
            ? vote === 1
              ? -1
              : 1
            : vote;
    };
    return conversationOf(
      camps.flatMap(({ opinion, size }) => Array.from({ length: size }, () => opinion.map(stray))),
    );
  });
}

export interface GroupedConversation {
  conversation: Conversation;
  /** Group id by participant; absent: groups are to be found. */
  groups?: Map<number, number>;
}

/** Any conversation or one with camps; groups by chance, by the first vote, or none given. */
export function anyGroupedConversation(): fc.Arbitrary<GroupedConversation> {
  const any = fc.oneof(anyConversation({ participants: 40, statements: 12 }), campConversation());
  return any.chain((conversation) => {
    const { participantIds, rows } = conversation;
    const group = (labels: readonly number[]) =>
      new Map(participantIds.map((id, r) => [id, labels[r]!]));
    const groups = fc.oneof(
      fc.constant(undefined),
      fc.constant(group(rows.map((row) => 1 + (row[0] ?? 5)))),
      fc.array(fc.nat({ max: 3 }), { minLength: rows.length, maxLength: rows.length }).map(group),
    );
    return fc.record({ conversation: fc.constant(conversation), groups });
  });
}

/** A conversation of accepted statements 0, 1, … and participants 0, 1, …. */
export function conversationOf(rows: Conversation["rows"]): Conversation {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const statementIds = Array.from({ length: width }, (_, id) => id);
  return {
    rows,
    participantIds: [...rows.keys()],
    statementIds,
    statements: statementIds.map((id) => ({ id, moderation: "accepted", isMetadata: false })),
  };
}

/** The votes of a conversation, one a position, by participant and then by statement. */
export function listVotes({ rows, participantIds, statementIds }: Conversation): VoteTriples {
  const votes = rows.flatMap((row, r) =>
    row.flatMap((value, s) =>
      value === null
        ? []
        : [{ participant: participantIds[r]!, statement: statementIds[s]!, value }],
    ),
  );
  return {
    participant: Int32Array.from(votes, ({ participant }) => participant),
    statement: Int32Array.from(votes, ({ statement }) => statement),
    value: Int8Array.from(votes, ({ value }) => value),
  };
}

export function toMatrix(conversation: Conversation): VoteMatrix {
  return createVoteMatrix(listVotes(conversation));
}

/** Small numbers as likely as large ones. */
function upTo(max: number) {
  return fc.oneof(fc.nat({ max: 2 }), fc.nat({ max }));
}

function anyRows(participants: number, statements: number): fc.Arbitrary<Cell[][]> {
  const palette = fc.constantFrom<Cell[]>(
    [1, 0, -1, null],
    [1, -1],
    [0],
    [1],
    [-1, null],
    [0, null, null],
    [1, -1, null, null, null, null],
  );
  return palette.chain((cells) => {
    const row = fc.array(fc.constantFrom(...cells), {
      minLength: statements,
      maxLength: statements,
    });
    const rows = (from: fc.Arbitrary<Cell[]>) =>
      fc.array(from, { minLength: participants, maxLength: participants });
    const few = fc.array(row, { minLength: 1, maxLength: 3 });
    return fc.oneof(
      rows(row),
      few.chain((opinions) => rows(fc.constantFrom(...opinions))),
    );
  });
}

function anyIds(count: number): fc.Arbitrary<number[]> {
  const any = fc.uniqueArray(fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: largestId })), {
    minLength: count,
    maxLength: count,
  });
  const first = fc.constant(Array.from({ length: count }, (_, id) => id));
  return fc.oneof(first, any).map((ids) => ids.sort((a, b) => a - b));
}

/** Null: the statement is not listed, though there may be votes on it. */
const anyFlags = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ moderation: "accepted" as const, isMetadata: false }) },
  fc.constant(null),
  fc.record({
    moderation: fc.constantFrom("pending", "accepted", "rejected"),
    isMetadata: fc.boolean(),
  }),
);

function freeIds(taken: readonly number[], count: number): number[] {
  const free: number[] = [];
  for (let id = 0; free.length < count; id++) if (!taken.includes(id)) free.push(id);
  return free;
}
