import type { Auth } from "@/server/auth/auth";

/** Stands in until sign-in is there. */
export function createAuth(_options: unknown): Auth {
  return { handler: async () => new Response(null, { status: 503 }) };
}
