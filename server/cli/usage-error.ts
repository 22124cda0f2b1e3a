/** Bad input or wrong usage: the command exits with 2 instead of 1. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
