import { createAnswersDocument } from "@/lib/answers/answers-document";
import { formatAnswersCsv } from "@/lib/answers/format-answers-csv";
import type { ExportFile } from "../export-file";
import type { ExportSource } from "../export-source";

/** What was answered, as of the export; no file where nothing is to be answered yet. */
export const answerFiles: Record<string, ExportFile> = {
  "answers.json": {
    write: writeJson,
    contentType: "application/json",
    hasRows: false,
    isThere: hasAnswers,
  },
  "answers.csv": {
    write: writeCsv,
    contentType: "text/csv; charset=utf-8",
    hasRows: false,
    isThere: hasAnswers,
  },
};

function hasAnswers({ answers }: ExportSource): boolean {
  return answers !== null && (answers.answers.length > 0 || answers.dueAt !== null);
}

async function* writeJson({ answers, conversation, url, exportedAt }: ExportSource) {
  if (!answers) return;
  const { slug, title } = conversation;
  const document = createAnswersDocument({ slug, title, url }, answers, exportedAt);
  yield `${JSON.stringify(document, null, 2)}\n`;
}

async function* writeCsv({ answers }: ExportSource) {
  if (answers) yield formatAnswersCsv(answers);
}
