import {
  keysName,
  reportName,
  sealName,
  voteListName,
  voteListSaltName,
} from "@/lib/verify/manifest";
import { listStandingLines } from "@/server/db/queries/export";
import { listFrozenLines } from "@/server/db/queries/exported-reports";
import type { ExportFile } from "../export-file";
import type { ExportSource } from "../export-source";

/** What an export is checked with by lib/verify, by name; some of it only a published report has. */
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
    isThere: ({ hasVoteList }) => hasVoteList,
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
    isThere: ({ signer }) => signer !== null,
  },
};

async function* writeReport({ report }: ExportSource): AsyncGenerator<string> {
  if (report) yield `${report.contentText}\n`;
}

async function* writeVoteList(source: ExportSource): AsyncGenerator<Uint8Array> {
  const { sql, conversation, report, analysis } = source;
  if (report) {
    for await (const rows of listFrozenLines(sql, conversation.id, report.number)) {
      yield Buffer.concat(rows.map(({ lines }) => lines));
    }
  } else if (analysis) {
    const seen = { conversationId: conversation.id, voteSeq: analysis.voteSeq };
    for await (const rows of listStandingLines(sql, seen)) {
      yield Buffer.from(rows.map(({ lines }) => lines).join(""));
    }
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
