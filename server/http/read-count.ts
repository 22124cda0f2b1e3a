import { ServiceError } from "../services/errors";

const MAX_COUNT = 100;

/** How many statements are asked for with `?count=`. */
export function readCount(query: URLSearchParams, otherwise = 10): number {
  const text = query.get("count");
  if (text === null) return otherwise;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= 0 && count <= MAX_COUNT) return count;
  const message = `count is a whole number from 0 to ${MAX_COUNT}.`;
  throw new ServiceError("BAD_REQUEST", "count-invalid", message);
}
