import type { PublicAnalysis } from "../schemas/analysis";
import type { ReportContent } from "../schemas/report";
import { suppressAnalysis } from "../suppress/suppress-analysis";
import { canonicalJson } from "./canonical-json";
import type { Seal } from "./manifest";
import { type Cryptography, hashText } from "./sha256";

type Hashing = Pick<Cryptography, "createSha256">;

/**
 * What there is to sign of a report.
 * Figures of few people are in it only as what everybody may read and as the votes they follow from:
 * from the digest of a whole analysis a figure that is hidden could be found by trying.
 * @param analysis whole or as everybody may read it, which gives the same
 */
export function createSeal(
  hashing: Hashing,
  report: {
    issuer: string;
    content: ReportContent;
    analysis: PublicAnalysis;
    voteListSha256: string;
  },
): Seal {
  const { issuer, content, analysis, voteListSha256 } = report;
  return {
    format: "plenum-seal",
    formatVersion: 2,
    issuer,
    conversation: content.conversation.slug,
    number: content.number,
    publishedAt: content.publishedAt,
    analysisVersion: content.analysisVersion,
    algorithm: analysis.algorithm,
    participants: analysis.participants,
    votes: analysis.votes,
    voteListSha256,
    frame: analysis.frame,
    analysisSha256: hashAnalysis(hashing, suppressAnalysis(analysis)),
    contentSha256: hashContent(hashing, content),
    texts: Object.fromEntries(
      content.statements.map((statement) => [statement.id, hashTexts(hashing, statement)]),
    ),
  };
}

export function hashAnalysis(hashing: Hashing, analysis: object): string {
  return hashText(hashing, canonicalJson(analysis));
}

/** A report and its statements as far as digests of them go. */
export interface SealedContent {
  statements: SealedStatement[];
}

export interface SealedStatement {
  id: number;
  text: string | null;
  translations: unknown;
}

/** Of all but the texts of statements: whoever deletes their data may take their text along. */
export function hashContent(hashing: Hashing, content: SealedContent): string {
  const statements = content.statements.map(
    ({ text: _text, translations: _translations, ...rest }) => rest,
  );
  return hashText(hashing, canonicalJson({ ...content, statements }));
}

export function hashTexts(hashing: Hashing, { text, translations }: SealedStatement): string {
  return hashText(hashing, canonicalJson({ text, translations }));
}
