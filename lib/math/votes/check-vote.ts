const largestId = 2_147_483_647;

/**
 * Lets a vote through whose ids are integers from 0 to 2^31 - 1 and whose value is agree +1, pass 0,
 * disagree -1, or null for a vote taken away.
 * @throws RangeError naming the value that is not
 */
export function checkVote(participant: number, statement: number, value: number | null): void {
  for (const id of [participant, statement]) {
    if (!Number.isInteger(id) || id < 0 || id > largestId) throw new RangeError(`The id ${id}.`);
  }
  if (value !== null && value !== 1 && value !== 0 && value !== -1) {
    throw new RangeError(`The vote ${value}.`);
  }
}
