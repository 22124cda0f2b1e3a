import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { loadReader } from "@/app/_results/load-reader";
import type { ResultStatements } from "@/app/_results/result-statement";
import type { Locale } from "@/lib/i18n/locales";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportStatement } from "@/lib/schemas/report";
import { getRuntime } from "@/server/runtime";
import { ServiceError } from "@/server/services/errors";
import {
  loadReportSource,
  type ReportSource,
  type ReportVersionChoice,
} from "@/server/services/reports/load-source";
import { wantTranslations } from "@/server/services/translations/want";

/** A report as a page shows it. */
export interface LoadedReport extends Pick<ReportSource, "release" | "body"> {
  /** Null while nobody has voted. */
  view: ResultsView | null;
  statements: ResultStatements;
}

/** One version of a conversation's report, for somebody who may see results; missing ones are not found. */
export const loadReport = cache(
  async (slug: string, version: ReportVersionChoice): Promise<LoadedReport | null> => {
    const { context, conversation, isDisclosed } = await loadReader(slug);
    if (!isDisclosed) return null;
    const locale = await getLocale();
    const { participations, translator } = getRuntime();
    const ctx = { ...context, participations };
    const source = await loadReportSource(ctx, { conversation, version, locale }).catch(
      (error: unknown) => {
        if (error instanceof ServiceError && error.code === "NOT_FOUND") notFound();
        throw error;
      },
    );
    const { release, body, published } = source;
    if (!release) {
      wantTranslations(translator, { conversationId: conversation.id, locale, ...body });
    }
    const statements = toResultStatements(body.statements, locale);
    // Statements alone lead to an analysis too: one without anybody in it.
    const hasVotes = published !== null && published.analysis.participants > 0;
    const view = hasVotes
      ? createResultsView(published, (id) => statements[id] !== undefined)
      : null;
    return { release, body, view, statements };
  },
);

/** What was taken back since is left out. */
function toResultStatements(statements: ReportStatement[], locale: Locale): ResultStatements {
  return Object.fromEntries(
    statements.flatMap(({ id, text, language, translations }) => {
      if (text === null) return [];
      const translation = translations[locale];
      return [[id, { text, language, translation: translation && { ...translation, locale } }]];
    }),
  );
}
