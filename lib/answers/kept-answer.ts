import * as z from "zod/mini";

/** By which a page learns, within the server, what somebody typed that could not be published. */
export const keptAnswerHeader = "x-plenum-kept-answer";

const KeptAnswer = z.object({
  /** Why, as services name it. */
  problem: z.string(),
  form: z.enum(["answer", "progress"]),
  statementId: z.int(),
  /** As typed, by the names of the fields. */
  fields: z.record(z.string(), z.string()),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

export function packKeptAnswer(kept: KeptAnswer): Record<string, string> {
  return { [keptAnswerHeader]: encodeURIComponent(JSON.stringify(kept)) };
}

/** Null when nothing was kept. */
export function unpackKeptAnswer(header: string | null): KeptAnswer | null {
  if (!header) return null;
  return KeptAnswer.parse(JSON.parse(decodeURIComponent(header)));
}
