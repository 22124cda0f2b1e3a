import { ImportError, type Place } from "./import-error";

/** Ids are small integers, handed out one by one; a larger one is a mistake, not a crowd. */
export const MAX_ID = 99_999_999;

// Seconds until the year 5138, milliseconds from 1973 on: no real timestamp is both.
const LARGEST_SECONDS = 100_000_000_000;
const LAST_YEAR_9999_MS = 253_402_300_799_999;

export function readId(text: string, column: string, place: Place): number {
  const id = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (id <= MAX_ID) return id;
  throw new ImportError(
    place,
    `${column} must be a whole number from 0 to ${MAX_ID}, not ${quote(text)}`,
  );
}

/** agree +1, pass 0, disagree -1; `sign` is -1 for a file that declares the opposite. */
export function fromPolisVote(text: string, sign: 1 | -1, place: Place): -1 | 0 | 1 {
  if (text === "1" || text === "+1") return sign;
  if (text === "-1") return sign === 1 ? -1 : 1;
  if (text === "0") return 0;
  throw new ImportError(place, `a vote must be -1, 0 or 1, not ${quote(text)}`);
}

/** @returns milliseconds; the newest exports write seconds */
export function readTimestampMs(text: string, place: Place): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  const ms = number < LARGEST_SECONDS ? number * 1000 : number;
  if (ms <= LAST_YEAR_9999_MS) return ms;
  throw new ImportError(
    place,
    `timestamp must be seconds or milliseconds since 1970, not ${quote(text)}`,
  );
}

/** A flag column; an empty cell or a missing column is false. */
export function readFlag(text: string | undefined, column: string, place: Place): boolean {
  const value = (text ?? "").toLowerCase();
  if (value === "" || value === "0" || value === "false" || value === "f") return false;
  if (value === "1" || value === "true" || value === "t") return true;
  throw new ImportError(place, `${column} must be true or false, not ${quote(text ?? "")}`);
}

/** A cell for an error message: one line, never long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
