import * as z from "zod/mini";

/** Reads an answer by its schema; throws where it is no such answer. */
export const parseWith =
  <T>(schema: z.ZodMiniType<T>) =>
  (answer: unknown): T =>
    z.parse(schema, answer);
