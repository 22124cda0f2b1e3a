import type postgres from "postgres";
import { isPolisId } from "@/lib/embed/polis-id";
import { findPolisIdOwner, setPolisId } from "@/server/db/queries/polis-ids";
import { ServiceError } from "@/server/services/errors";

interface Takeover {
  /** The conversation that is being made. */
  id: number;
  reading: { polisId: string | null };
  input: { polisId?: string };
  notice?(message: string): void;
}

/**
 * Lets the embed codes of the conversation on Pol.is lead to this one. The id in an export is left with
 * the conversation that has it already, and that is said; one that was asked for has to be free.
 * @returns the id; null without one
 * @throws ServiceError CONFLICT `polis-id-taken`, BAD_REQUEST `polis-id-invalid`
 */
export async function takeOverPolisId(
  sql: postgres.TransactionSql,
  { id, reading, input, notice }: Takeover,
): Promise<string | null> {
  const polisId = input.polisId ?? reading.polisId;
  if (polisId === null) return null;
  if (!isPolisId(polisId)) {
    const message = `${polisId} is no id of Pol.is: a digit, then letters and digits.`;
    throw new ServiceError("BAD_REQUEST", "polis-id-invalid", message);
  }
  if (await setPolisId(sql, { id, polisId })) return polisId;
  const owner = await findPolisIdOwner(sql, polisId);
  const message = `Embed codes with the Pol.is id ${polisId} lead to the conversation ${owner} already`;
  if (input.polisId !== undefined) {
    throw new ServiceError("CONFLICT", "polis-id-taken", `${message}.`);
  }
  notice?.(`${message}, and go on doing so.`);
  return null;
}
