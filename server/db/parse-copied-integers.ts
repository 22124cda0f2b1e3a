const TAB = 9;
const NEWLINE = 10;
const MINUS = 45;
const ZERO = 48;

/** Reads rows of integers (none null) from the text form of COPY; `row` is used again for each. */
export async function parseCopiedIntegers(
  chunks: AsyncIterable<Buffer>,
  width: number,
  onRow: (row: Float64Array) => void,
): Promise<void> {
  const row = new Float64Array(width);
  let column = 0;
  let value = 0;
  let isNegative = false;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === MINUS) {
        isNegative = true;
      } else if (byte === TAB || byte === NEWLINE) {
        row[column] = isNegative ? 0 - value : value;
        column += 1;
        value = 0;
        isNegative = false;
        if (byte === NEWLINE) {
          onRow(row);
          column = 0;
        }
      } else {
        value = value * 10 + byte - ZERO;
      }
    }
  }
}
