import type { PublicAnalysis } from "@/lib/schemas/analysis";
import type { ReportContent } from "@/lib/schemas/report";
import type { ServiceContext } from "@/server/services/context";

/** What a signature of a report vouches for. */
export interface UnsignedReport {
  content: ReportContent;
  analysis: PublicAnalysis;
  /** Of the canonical vote list, hexadecimal. */
  voteListSha256: string;
}

/** Answers a JWS in compact form. */
export type SignReport = (report: UnsignedReport) => Promise<string>;

/** What publishing needs besides the usual; null where this server signs nothing. */
export interface ReportContext extends ServiceContext {
  signReport: SignReport | null;
}
