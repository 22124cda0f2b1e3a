import { type Codes, codesPerColumn, createCodes, type PackedVotes } from "./packed-votes";

/**
 * The same votes with other columns: more of them, or fewer once nobody votes on one.
 * @param statements those of the new columns, ascending
 * @param columnOf by column: the new one, or -1 for one without votes
 * @returns new codes where a column moves or the codes become wider, else the same
 */
export function moveColumns(
  votes: PackedVotes,
  statements: Int32Array,
  columnOf: Int32Array,
): PackedVotes {
  const stays = columnOf.every((moved, column) => moved === column || moved < 0);
  const codes = createCodes(statements.length, stays ? 0 : votes.codes.length);
  if (stays && codes.BYTES_PER_ELEMENT === votes.codes.BYTES_PER_ELEMENT) {
    return { ...votes, statements };
  }
  return { ...votes, statements, codes: encodeAnew(votes.codes, columnOf, statements.length) };
}

function encodeAnew(codes: Codes, columnOf: Int32Array, columnCount: number): Codes {
  const codeOf = new Int32Array(columnOf.length * codesPerColumn).map((_, code) => {
    const column = (code / codesPerColumn) | 0;
    return code + (columnOf[column]! - column) * codesPerColumn;
  });
  const moved = createCodes(columnCount, codes.length);
  for (let cell = 0; cell < codes.length; cell++) moved[cell] = codeOf[codes[cell]!]!;
  return moved;
}
