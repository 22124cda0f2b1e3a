import * as z from "zod/mini";
import { hashContent, hashTexts, type SealedStatement } from "./create-seal";
import type { Finding } from "./finding";
import { reportName, type Seal } from "./manifest";
import type { Cryptography } from "./sha256";
import { parseJson } from "./signed-text";

/** As much of a report as is looked at one by one; the rest is kept as it stands. */
const Content = z.looseObject({
  statements: z.array(
    z.looseObject({
      id: z.int(),
      text: z.nullable(z.string()),
      translations: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Compares a report with what was signed of it, statement by statement. */
export function checkReport(
  hashing: Pick<Cryptography, "createSha256">,
  seal: Seal | null,
  text: string | undefined,
): Finding[] {
  if (!seal) return [];
  const file = reportName;
  if (text === undefined) return [{ code: "file-missing", file }];
  const read = Content.safeParse(parseJson(text));
  if (!read.success) return [{ code: "file-unreadable", file }];
  const findings: Finding[] = [];
  if (hashContent(hashing, read.data) !== seal.contentSha256) {
    findings.push({ code: "report-changed", file });
  }
  for (const statement of read.data.statements) {
    if (hashTexts(hashing, statement) === seal.texts[statement.id]) continue;
    const code = isWithdrawn(statement) ? "text-withdrawn" : "text-changed";
    findings.push({ code, file, statement: statement.id });
  }
  return findings;
}

/** Its author deleted their data, and nobody else had voted on it. */
function isWithdrawn({ text, translations }: SealedStatement): boolean {
  return text === null && Object.keys(translations ?? {}).length === 0;
}
