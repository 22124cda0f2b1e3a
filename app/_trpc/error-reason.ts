import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/root";

/** The word that the interface translates; `offline` when no answer came at all. */
export function errorReason(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return "unknown";
  const { data }: TRPCClientError<AppRouter> = error;
  return data?.reason ?? "offline";
}
