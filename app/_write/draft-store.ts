/** What somebody has written and not sent yet. */
export interface Draft {
  text: string;
  /**
   * The key under which it was sent off without an answer: it goes again by itself. Null while it is
   * being written.
   */
  sentUnder: string | null;
}

export const emptyDraft: Draft = { text: "", sentUnder: null };

const nameOf = (conversationId: number) => `plenum-draft-${conversationId}`;

/** The draft on this device; empty where there is none or storage is blocked. */
export function loadDraft(conversationId: number): Draft {
  try {
    const { text, sentUnder }: Partial<Record<keyof Draft, unknown>> = Object(
      JSON.parse(localStorage.getItem(nameOf(conversationId)) ?? "null"),
    );
    return {
      text: typeof text === "string" ? text : "",
      sentUnder: typeof sentUnder === "string" ? sentUnder : null,
    };
  } catch {
    return emptyDraft;
  }
}

/** @returns whether it outlives this page */
export function saveDraft(conversationId: number, draft: Draft): boolean {
  try {
    if (draft.text === "") localStorage.removeItem(nameOf(conversationId));
    else localStorage.setItem(nameOf(conversationId), JSON.stringify(draft));
    return true;
  } catch {
    return false; // storage is blocked: it lasts as long as the page
  }
}
