import type * as z from "zod/mini";
import { ServiceError } from "./errors";

/** @throws ServiceError BAD_REQUEST naming each field that is wrong */
export function parseInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new ServiceError("BAD_REQUEST", "input-invalid", problems.join("; "), {
    cause: parsed.error,
  });
}
