/** What somebody may be in a conversation. */
export type Role = "owner" | "moderator" | "analyst" | "observer";

/** What can be done with a conversation behind sign-in. */
export type Act =
  | "read-console"
  | "export"
  | "seed"
  | "moderate"
  | "update"
  | "open"
  | "close"
  /** The report: its settings and its published versions. */
  | "publish";

const allowed: Record<Role, readonly Act[]> = {
  owner: ["read-console", "export", "seed", "moderate", "update", "open", "close", "publish"],
  moderator: ["read-console", "export", "seed", "moderate"],
  analyst: ["read-console", "export"],
  observer: ["read-console"],
};

/** Whether a role carries an act; no role carries none. */
export function roleMay(role: Role | null, act: Act): boolean {
  return role !== null && allowed[role].includes(act);
}
