import * as z from "zod/mini";
import { Frame } from "../schemas/analysis";

const Sha256Text = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const Algorithm = z.object({
  profile: z.string(),
  version: z.string(),
  parameters: z.record(z.string(), z.unknown()),
});

/** `manifest.json` of an export: what it is of, and the bytes of each file beside it. */
export const Manifest = z.object({
  format: z.literal("plenum-export"),
  formatVersion: z.literal(1),
  conversation: z.object({ slug: z.string(), title: z.string(), url: z.string() }),
  exportedAt: z.string(),
  analysis: z.nullable(z.object({ version: z.int(), algorithm: Algorithm })),
  /** The published report that it is of; null: of how things stood then. */
  report: z._default(
    z.nullable(
      z.object({
        number: z.int(),
        publishedAt: z.string(),
        /** Votes of its list that their owners have deleted since. */
        withdrawnVotes: z.int().check(z.nonnegative()),
      }),
    ),
    null,
  ),
  /** By name, all but the manifest and its signature. */
  files: z.record(z.string(), z.object({ sha256: Sha256Text, bytes: z.int() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** What a server signs when it publishes a report: the payload of `report.jws`. */
export const Seal = z.object({
  format: z.literal("plenum-seal"),
  /** 1: numbers of few people are in the analysis (`suppressVotes`), and the vote list has no salt. */
  formatVersion: z.literal([1, 2]),
  /** Where the server is reached. */
  issuer: z.string(),
  conversation: z.string(),
  number: z.int(),
  publishedAt: z.string(),
  analysisVersion: z.int(),
  algorithm: Algorithm,
  participants: z.int(),
  votes: z.int(),
  /** Of the canonical vote list; from `formatVersion` 2 on with its salt (`saltVoteList`). */
  voteListSha256: Sha256Text,
  frame: Frame,
  /** Of the canonical JSON of the analysis as everybody may read it (lib/suppress). */
  analysisSha256: Sha256Text,
  /** Of the canonical JSON of the report without the texts of its statements. */
  contentSha256: Sha256Text,
  /** Of the canonical JSON of the text and translations of each statement, by its id. */
  texts: z.record(z.string(), Sha256Text),
});
export type Seal = z.infer<typeof Seal>;

export const manifestName = "manifest.json";
export const manifestSignatureName = "signature.jws";
export const sealName = "report.jws";
export const voteListName = "votes-canonical.csv";
export const voteListSaltName = "votes-salt.txt";
export const analysisName = "analysis.json";
export const reportName = "report.json";
export const keysName = "plenum-keys.json";
