const explained = [
  "offline",
  "sign-in-needed",
  "not-allowed",
  "conversation-not-found",
  "already-open",
  "not-open",
  "closing-date-passed",
  "statement-too-long",
  "public-votes-fixed",
  "answer-promise-fixed",
  "answer-changed",
  "answer-reason-empty",
  "answer-unit-empty",
  "statement-not-owed",
  "progress-text-empty",
  "progress-without-plan",
  "slug-taken",
  "analysis-not-ready",
  "input-invalid",
  "session-changed",
] as const;

/** The name of the text that explains why something was refused, in the namespace `manage.errors`. */
export function explainReason(reason: string | null): (typeof explained)[number] | "unknown" {
  return explained.find((known) => known === reason) ?? "unknown";
}
