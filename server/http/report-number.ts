import { ServiceError } from "../services/errors";

/**
 * Which published report a query asks for.
 * @returns null where it asks for how things stand
 * @throws ServiceError BAD_REQUEST
 */
export function parseReportNumber(version: string | null): number | null {
  if (version === null || version === "live") return null;
  if (/^[1-9]\d{0,8}$/.test(version)) return Number(version);
  const message = "A version is the number of a published report, or live.";
  throw new ServiceError("BAD_REQUEST", "invalid-version", message);
}
