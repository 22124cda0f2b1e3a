import type { Actor } from "@/server/services/context";
import type { Auth } from "./auth";

export interface Session {
  actor: Extract<Actor, { kind: "user" }>;
  email: string;
  name: string;
}

/** Who is signed in, by the cookie of a request; null when nobody is. */
export async function readSession(auth: Auth, headers: Headers): Promise<Session | null> {
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { id: userId, email, name, instanceRole } = found.user;
  return {
    actor: {
      kind: "user",
      userId,
      instanceRole: instanceRole === "owner" ? "owner" : "facilitator",
    },
    email,
    name,
  };
}
