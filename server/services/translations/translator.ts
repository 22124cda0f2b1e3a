import type { Locale } from "@/lib/i18n/locales";

/** Makes translations by machine, in the background. */
export interface Translator {
  /** False: there is none, and nothing need be asked for. */
  isConfigured: boolean;
  /**
   * Somebody reads a conversation in a language in which some statements are not there: sees to it
   * that they will be. Costs nothing to call again and again.
   */
  want(conversationId: number, locale: Locale): void;
  close(): Promise<void>;
}

/** Where no server for translations is configured. */
export const noTranslator: Translator = {
  isConfigured: false,
  want: () => {},
  close: async () => {},
};
