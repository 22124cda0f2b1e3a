import type { ConversationSettings, ResultsVisibility } from "@/lib/schemas/conversation";

/** What of the settings a form says; the server checks it. */
export function readSettings(form: FormData): Partial<ConversationSettings> {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    askedBy: text("askedBy").trim(),
    resultsVisibility: text("resultsVisibility") as ResultsVisibility,
    resultsAfterVotes: Number(text("resultsAfterVotes")),
    moderation: text("moderation") as ConversationSettings["moderation"],
    participantsMayWrite: form.has("participantsMayWrite"),
    statementMaxLength: Number(text("statementMaxLength")),
    publicVotes: form.has("publicVotes"),
    answerDays: text("answerDays") === "" ? null : Number(text("answerDays")),
    licence: text("licence") as ConversationSettings["licence"],
    embedHosts: splitLines(text("embedHosts")),
  };
}

/** The lines that say something, without the space around them. */
export function splitLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
