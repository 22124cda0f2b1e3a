import type { PublicAnswer } from "@/lib/answers/answer";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { ReportContent } from "@/lib/schemas/report";
import type { Queryable } from "@/server/db/client";
import { findReport } from "@/server/db/queries/reports";
import { listStatementsById } from "@/server/db/queries/statements";
import { shownModeration } from "@/server/services/statements/list";

type OwedText = Pick<PublicAnswer, "text" | "language" | "isTakenBack">;

/**
 * The words of statements that are answered: as they are shown now, else as the report has them. What is
 * shown in neither has none.
 */
export async function readOwedTexts(
  db: Queryable,
  about: {
    conversationId: number;
    reportNumber: number | null;
    settings: Pick<ConversationSettings, "moderation">;
    statementIds: number[];
  },
): Promise<(statementId: number) => OwedText> {
  const { conversationId, reportNumber, settings, statementIds } = about;
  const rows = await listStatementsById(db, conversationId, statementIds);
  const known = new Map(rows.map((row) => [row.id, row]));
  const shown = new Set<string>(shownModeration(settings));
  const isWanting = statementIds.some((id) => !shown.has(known.get(id)?.moderation ?? ""));
  const reported =
    isWanting && reportNumber !== null
      ? await readReported(db, conversationId, reportNumber)
      : new Map();
  return (statementId) => {
    const row = known.get(statementId);
    const words = row && shown.has(row.moderation) ? row : reported.get(statementId);
    return {
      text: words?.text ?? null,
      language: words?.language ?? null,
      isTakenBack: row === undefined,
    };
  };
}

async function readReported(db: Queryable, conversationId: number, number: number) {
  const report = await findReport(db, conversationId, number);
  const { statements } = report ? ReportContent.parse(report.content) : { statements: [] };
  return new Map(statements.map((statement) => [statement.id, statement]));
}
