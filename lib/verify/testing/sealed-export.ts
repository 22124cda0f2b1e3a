import { getPublicKey, sign } from "@noble/ed25519";
import { strToU8, zipSync } from "fflate";
import { createEngine } from "@/lib/math/engine";
import { packVotes } from "@/lib/math/votes/packed-votes";
import type { AnalysisStatement } from "@/lib/math/votes/statement-flags";
import { createVoteMatrix } from "@/lib/math/votes/vote-matrix";
import type { PublicAnalysis } from "@/lib/schemas/analysis";
import { ConversationSettings } from "@/lib/schemas/conversation";
import type { ReportContent } from "@/lib/schemas/report";
import { ReportSettings } from "@/lib/schemas/report-settings";
import { createSeal } from "../create-seal";
import { portableCryptography } from "../portable-cryptography";
import { writeVoteList } from "../read-vote-list";
import { saltVoteList } from "../salt-vote-list";
import { hashText } from "../sha256";
import type { PublicKeys, SignedType } from "../signed-text";
import type { ByteSource } from "../zip-directory";

/** Participant, statement, value. */
export type VoteRow = [number, number, number];

export interface TestKey {
  keys: PublicKeys;
  sign(payload: Uint8Array, type: SignedType): string;
}

export function createTestKey(seed: number): TestKey {
  const secret = new Uint8Array(32).fill(seed);
  const kid = `key-${seed}`;
  const x = base64Url(getPublicKey(secret));
  return {
    keys: { keys: [{ kty: "OKP", crv: "Ed25519", x, kid }] },
    sign(payload, typ) {
      const header = strToU8(JSON.stringify({ alg: "EdDSA", typ, kid }));
      const message = `${base64Url(header)}.${base64Url(payload)}`;
      return `${message}.${base64Url(sign(strToU8(message), secret))}`;
    },
  };
}

/** Two camps who take turns in agreeing, so that neither merely agrees more readily. */
export function campVotes(people: number, statements: number): VoteRow[] {
  const rows = Array.from({ length: people }, (_, person) =>
    Array.from({ length: statements }, (_, statement): VoteRow => {
      const strays = (person * 7 + statement * 3) % 11 === 0;
      const agrees = statement % 2 === person % 2 || statement === 0;
      return [person, statement, strays ? 0 : agrees ? 1 : -1];
    }),
  );
  return rows.flat();
}

/** Whole, as it is stored. */
export function analyseVotes(
  votes: readonly VoteRow[],
  statements: readonly AnalysisStatement[] = [],
): PublicAnalysis {
  const { core, frame } = createEngine(packVotes(toMatrix(votes))).analyze({ statements });
  return JSON.parse(JSON.stringify({ ...core, frame }));
}

function toMatrix(votes: readonly VoteRow[]) {
  return createVoteMatrix({
    participant: Int32Array.from(votes, ([participant]) => participant),
    statement: Int32Array.from(votes, ([, statement]) => statement),
    value: Int8Array.from(votes, ([, , value]) => value),
  });
}

export function toVoteList(votes: readonly VoteRow[]): string {
  return [...writeVoteList(toMatrix(votes))].join("");
}

interface Parts {
  key: TestKey;
  votes: readonly VoteRow[];
  analysis?: PublicAnalysis;
  /** What the zip holds in place of what was signed. */
  files?: Record<string, string | null>;
  withdrawnVotes?: number;
  /** Signs the manifest in place of `key`, which signed the report. */
  manifestKey?: TestKey;
}

const salt = "5a".repeat(32);

/** The files of a published report as a server writes them, by name. */
export function createSealedFiles(parts: Parts): Record<string, Uint8Array> {
  const { key, votes, analysis = analyseVotes(votes), withdrawnVotes = 0 } = parts;
  const content = createContent(analysis);
  const list = toVoteList(votes);
  const listSha256 = hashText(portableCryptography, list);
  const seal = createSeal(portableCryptography, {
    issuer: "https://plenum.example",
    content,
    analysis,
    voteListSha256: saltVoteList(portableCryptography, { salt, listSha256 }),
  });
  const texts: Record<string, string | null> = {
    "README.txt": "An export.\n",
    "analysis.json": JSON.stringify({ version: 7, createdAt: content.publishedAt, ...analysis }),
    "report.json": JSON.stringify(content),
    "votes-canonical.csv": list,
    "votes-salt.txt": withdrawnVotes > 0 ? null : `${salt}\n`,
    "report.jws": key.sign(strToU8(JSON.stringify(seal)), "plenum-report+jws"),
    "plenum-keys.json": JSON.stringify(key.keys),
    ...parts.files,
  };
  const files = Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[name, strToU8(text)]])),
  );
  const report = { number: 1, publishedAt: content.publishedAt, withdrawnVotes };
  return signFiles(files, { key: parts.manifestKey ?? key, analysis, report });
}

function signFiles(
  files: Record<string, Uint8Array>,
  about: { key: TestKey; analysis: PublicAnalysis; report: object },
): Record<string, Uint8Array> {
  const { key, analysis, report } = about;
  const digests = Object.entries(files).map(([name, bytes]) => {
    const hash = portableCryptography.createSha256();
    hash.update(bytes);
    return [name, { sha256: hash.digest(), bytes: bytes.length }];
  });
  const manifest = strToU8(
    JSON.stringify({
      format: "plenum-export",
      formatVersion: 1,
      conversation: { slug: "roads", title: "Roads", url: "https://plenum.example/c/roads" },
      exportedAt: "2026-05-02T00:00:00.000Z",
      analysis: { version: 7, algorithm: analysis.algorithm },
      report,
      files: Object.fromEntries(digests),
    }),
  );
  return {
    ...files,
    "manifest.json": manifest,
    "signature.jws": strToU8(key.sign(manifest, "plenum-manifest+jws")),
  };
}

export function zipFiles(files: Record<string, Uint8Array>): ByteSource {
  return toSource(zipSync(files));
}

export function toSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/** The report that `createSealedFiles` puts in the zip. */
export function createContent(analysis: PublicAnalysis): ReportContent {
  const ids = Object.keys(analysis.center).map(Number);
  return {
    format: "plenum-report",
    formatVersion: 1,
    number: 1,
    publishedAt: "2026-05-01T12:00:00.000Z",
    analysisVersion: 7,
    conversation: {
      slug: "roads",
      title: "Roads",
      description: "",
      state: "closed",
      opensAt: null,
      closesAt: null,
      settings: ConversationSettings.parse({}),
    },
    statements: ids.map((id) => ({
      id,
      text: `Statement ${id}`,
      language: "en",
      moderation: "accepted",
      isSeed: true,
      isMetadata: false,
      translations: {},
    })),
    participation: {
      people: analysis.participants,
      votes: analysis.votes,
      medianVotes: 0,
      votesPerPerson: [],
      spans: [],
      until: null,
      channels: { here: null, imported: null },
      statements: { seeds: ids.length, byParticipants: 0, authors: null },
    },
    rejected: [],
    settings: ReportSettings.parse({}),
  };
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
