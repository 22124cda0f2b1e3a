import { basename, resolve } from "node:path";
import type postgres from "postgres";
import { latinSlug } from "@/lib/format/latin-slug";
import { ConversationSettings } from "@/lib/schemas/conversation";
import { CreateConversationInput, TITLE_MAX_LENGTH } from "@/lib/schemas/conversation-input";
import type { Sql } from "@/server/db/client";
import {
  analyzeImportTables,
  completeImportedConversation,
  countImportedRows,
  createImportTables,
  insertImportedConversation,
  insertImportedParticipants,
  insertImportedStatements,
  insertImportedVotes,
  recordImport,
} from "@/server/db/queries/import";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { copyRows } from "./copy-rows";
import { type PolisExport, readPolisExport } from "./read-export";
import type { Repair } from "./repair-log";
import { takeOverPolisId } from "./take-over-polis-id";

export interface ImportInput {
  dir: string;
  /** Default: after the folder, else the topic. */
  slug?: string;
  /** Default: the topic. */
  title?: string;
  /** Default: no. Fixed from then on, for it is open. */
  publicVotes?: boolean;
  /** Whose embed codes are to lead here. Default: the one in the export, unless it is taken. */
  polisId?: string;
}

export interface ImportResult {
  slug: string;
  title: string;
  /** Pol.is embed codes with this id lead to the conversation; null: none do. */
  polisId: string | null;
  /** With at least one vote. */
  participants: number;
  /** Known, voted on or not. */
  statements: number;
  statementsVoted: number;
  /** Current votes: the last of each participant on each statement. */
  votes: number;
  /** Votes cast, changed ones included. */
  votesInHistory: number;
  repairs: Repair[];
}

const DESCRIPTION_MAX_LENGTH = 5000;

/**
 * Makes a conversation of a Pol.is export folder, all of it or nothing, in constant memory. It is
 * open, so that people can go on voting, and an analysis is due at once.
 * @throws ImportError naming file, line and reason; ServiceError CONFLICT when the slug, or the Pol.is
 *   id that was asked for, is taken, BAD_REQUEST when it cannot be one
 */
export async function importPolisExport(
  ctx: { sql: Sql; now(): Date; notice?(message: string): void },
  input: ImportInput,
): Promise<ImportResult> {
  const reading = await readPolisExport(input.dir, ctx.notice);
  const conversation = describeConversation(reading, input);
  return ctx.sql.begin(async (sql) => {
    const now = ctx.now();
    const id = await insertImportedConversation(sql, { ...conversation, now });
    if (id === null) {
      const message = `There is a conversation ${conversation.slug} already; choose another slug.`;
      throw new ServiceError("CONFLICT", "slug-taken", message);
    }
    const polisId = await takeOverPolisId(sql, { id, reading, input, notice: ctx.notice });
    await createImportTables(sql);
    await copyExport(sql, reading);
    await analyzeImportTables(sql);
    const repairs = reading.finish();
    await insertImportedVotes(sql, id);
    await insertImportedParticipants(sql, { id, now });
    await insertImportedStatements(sql, id);
    const { accepted, history, ...counts } = await countImportedRows(sql, id);
    await completeImportedConversation(sql, { id, settings: settingsFor(accepted, input) });
    const details = { slug: conversation.slug, ...counts, repairs: repairs.length };
    await recordImport(sql, { conversationId: id, details, now });
    const { slug, title } = conversation;
    return { slug, title, polisId, ...counts, votesInHistory: history, repairs };
  });
}

function describeConversation(reading: PolisExport, input: ImportInput) {
  const topic = reading.topic.replaceAll(/\s+/g, " ").slice(0, TITLE_MAX_LENGTH).trim();
  const { slug, title, description } = parseInput(CreateConversationInput, {
    slug: input.slug ?? slugFor(input.dir, topic),
    title: input.title ?? topic,
    description: reading.description.trim().slice(0, DESCRIPTION_MAX_LENGTH),
  });
  return { slug: slug ?? "", title, description };
}

function slugFor(dir: string, topic: string): string {
  const folder = basename(resolve(dir)).toLowerCase();
  const isSlug = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/.test(folder) && folder.length >= 3;
  return isSlug ? folder : (latinSlug(folder) ?? latinSlug(topic) ?? "imported-conversation");
}

/** Where a moderator accepted statements, those nobody accepted were not shown: keep it that way. */
function settingsFor(accepted: number, { publicVotes }: ImportInput): ConversationSettings {
  const moderation = accepted > 0 ? "strict" : "lenient";
  return ConversationSettings.parse({ moderation, publicVotes });
}

async function copyExport(sql: postgres.TransactionSql, reading: PolisExport): Promise<void> {
  await copyRows(
    sql,
    "import_statements (id, body, author_id, moderation, is_metadata, is_seed, at)",
    mapRows(reading.readStatements(), (row) => [
      row.id,
      row.text,
      row.authorId,
      row.moderation,
      row.isMetadata,
      row.isSeed,
      toInstant(row.atMs),
    ]),
  );
  await copyRows(
    sql,
    "import_participants (id, xid)",
    mapRows(reading.readParticipants(), ({ id, xid }) => [id, xid]),
  );
  let position = 0;
  await copyRows(
    sql,
    "import_votes (position, participant_id, statement_id, value, important, at)",
    mapRows(reading.readVotes(), (vote) => [
      position++,
      vote.participantId,
      vote.statementId,
      vote.value,
      vote.isImportant,
      toInstant(vote.atMs),
    ]),
  );
}

async function* mapRows<From, To>(
  batches: AsyncIterable<From[]>,
  map: (row: From) => To,
): AsyncGenerator<To[]> {
  for await (const rows of batches) yield rows.map(map);
}

function toInstant(ms: number): string {
  return new Date(ms).toISOString();
}
