/** What somebody may be in a conversation. */
export type Role = "owner" | "moderator" | "analyst" | "official" | "observer";

/** What can be done with a conversation behind sign-in. */
export type Act =
  | "read-console"
  | "export"
  | "seed"
  | "moderate"
  /** To choose what is on stage in a live session. */
  | "present"
  | "update"
  | "open"
  | "close"
  /** The report: its settings and its published versions. */
  | "publish"
  /** To say in public what becomes of the common ground. */
  | "answer"
  /** Who has which role. */
  | "appoint";

const allowed: Record<Role, readonly Act[]> = {
  owner: [
    "read-console",
    "export",
    "seed",
    "moderate",
    "present",
    "update",
    "open",
    "close",
    "publish",
    "answer",
    "appoint",
  ],
  moderator: ["read-console", "export", "seed", "moderate", "present"],
  analyst: ["read-console", "export"],
  official: ["read-console", "export", "answer"],
  observer: ["read-console"],
};

/** Whether a role carries an act; no role carries none. */
export function roleMay(role: Role | null, act: Act): boolean {
  return role !== null && allowed[role].includes(act);
}
