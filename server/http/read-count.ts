import { ServiceError } from "../services/errors";

const DEFAULT_COUNT = 10;
const MAX_COUNT = 100;

/** How many next statements are asked for with `?count=`. */
export function readCount(query: URLSearchParams): number {
  const text = query.get("count");
  if (text === null) return DEFAULT_COUNT;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= 0 && count <= MAX_COUNT) return count;
  const message = `count is a whole number from 0 to ${MAX_COUNT}.`;
  throw new ServiceError("BAD_REQUEST", "count-invalid", message);
}
