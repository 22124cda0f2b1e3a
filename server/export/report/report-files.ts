import {
  keysName,
  reportName,
  sealName,
  voteListName,
  voteListSaltName,
} from "@/lib/verify/manifest";
import { listFrozenLines } from "@/server/db/queries/exported-reports";
import type { ExportFile } from "../export-file";
import type { ExportSource } from "../export-source";

/** What only the zip of a published report has, by name; what they are checked with by lib/verify. */
export const reportFiles: Record<string, ExportFile> = {
  [reportName]: {
    write: writeReport,
    contentType: "application/json",
    hasRows: false,
    isThere: ({ report }) => report !== null,
  },
  [voteListName]: {
    write: writeVoteList,
    contentType: "text/csv; charset=utf-8",
    hasRows: true,
    isThere: ({ report }) => report !== null,
  },
  [voteListSaltName]: {
    write: writeVoteListSalt,
    contentType: "text/plain; charset=utf-8",
    hasRows: true,
    isThere: ({ report }) => report?.voteListSalt != null,
  },
  [sealName]: {
    write: writeSeal,
    contentType: "application/jose",
    hasRows: false,
    isThere: ({ report }) => report?.signature != null,
  },
  [keysName]: {
    write: writeKeys,
    contentType: "application/jwk-set+json",
    hasRows: false,
    isThere: ({ report, signer }) => report !== null && signer !== null,
  },
};

async function* writeReport({ report }: ExportSource): AsyncGenerator<string> {
  if (report) yield `${report.contentText}\n`;
}

async function* writeVoteList(source: ExportSource): AsyncGenerator<Uint8Array> {
  const { sql, conversation, report } = source;
  if (!report) return;
  for await (const rows of listFrozenLines(sql, conversation.id, report.number)) {
    yield Buffer.concat(rows.map(({ lines }) => lines));
  }
}

async function* writeVoteListSalt({ report }: ExportSource): AsyncGenerator<string> {
  if (report?.voteListSalt != null) yield `${report.voteListSalt}\n`;
}

async function* writeSeal({ report }: ExportSource): AsyncGenerator<string> {
  if (report?.signature != null) yield report.signature;
}

async function* writeKeys({ signer }: ExportSource): AsyncGenerator<string> {
  if (signer) yield `${JSON.stringify(await signer.listPublicKeys())}\n`;
}
