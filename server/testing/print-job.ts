import { summarizeParticipation } from "@/lib/reports/summarize-participation";
import { defaultConversationSettings } from "@/lib/schemas/conversation";
import { defaultReportSettings } from "@/lib/schemas/report-settings";
import type { PrintJob } from "@/server/services/reports/printer";

/** The report of a conversation in which nothing has happened. */
export const emptyPrintJob: PrintJob = {
  locale: "en",
  timeZone: "UTC",
  publicUrl: "https://plenum.example",
  source: {
    release: null,
    published: null,
    body: {
      conversation: {
        slug: "quiet",
        title: "A quiet conversation",
        description: "",
        state: "open",
        opensAt: null,
        closesAt: null,
        settings: defaultConversationSettings,
      },
      statements: [],
      participation: summarizeParticipation({
        perPerson: [],
        spans: [],
        until: null,
        statements: { seeds: 0, byParticipants: 0, authors: 0 },
      }),
      rejected: [],
      settings: defaultReportSettings,
    },
  },
};
