import { ServiceError } from "@/server/services/errors";

/** @throws ServiceError UNPROCESSABLE_CONTENT when a closing date does not lie ahead */
export function requireFuture(closesAt: Date | null, now: Date): void {
  if (closesAt === null || closesAt > now) return;
  throw new ServiceError(
    "UNPROCESSABLE_CONTENT",
    "closing-date-passed",
    "The closing date must lie ahead.",
  );
}
