import { CreateConversationInput } from "@/lib/schemas/conversation-input";
import type { Transaction } from "@/server/db/client";
import { insertQueueRow } from "@/server/db/queries/analysis-queue";
import { type ConversationRow, insertConversation } from "@/server/db/queries/conversations";
import { insertMembership } from "@/server/db/queries/memberships";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requireAccount } from "@/server/services/permissions/require-permission";
import { insertSeedStatements } from "@/server/services/statements/insert-seed";
import { proposeSlugs } from "./choose-slug";
import { type Conversation, toConversation } from "./conversation";
import { mergeSettings } from "./merge-settings";

/**
 * Makes a draft conversation with its seed statements; the actor becomes its owner.
 * @throws ServiceError UNAUTHORIZED; BAD_REQUEST; CONFLICT when the wanted slug is taken;
 *   UNPROCESSABLE_CONTENT when a seed statement is too long
 */
export async function createConversation(
  ctx: ServiceContext,
  input: CreateConversationInput,
): Promise<Conversation> {
  requireAccount(ctx);
  const { seedStatements, slug, ...wanted } = parseInput(CreateConversationInput, input);
  const settings = mergeSettings({}, wanted.settings);
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const slugs = slug ? [slug] : proposeSlugs(wanted.title);
    const row = await insertUnderFreeSlug(tx, slugs, { ...wanted, settings, createdAt: now });
    await insertQueueRow(tx, row.id);
    if (ctx.actor.kind === "user") {
      const { userId } = ctx.actor;
      await insertMembership(tx, { conversationId: row.id, userId, role: "owner" });
    }
    const conversation = toConversation(row, now);
    const seeds = await insertSeedStatements(tx, ctx, { conversation, texts: seedStatements });
    await recordAudit(tx, ctx, {
      conversationId: row.id,
      action: "conversation.create",
      details: { slug: row.slug, title: row.title, seedStatements: seeds.length },
    });
    return conversation;
  });
}

async function insertUnderFreeSlug(
  tx: Transaction,
  slugs: Iterable<string>,
  row: Pick<ConversationRow, "title" | "description" | "settings" | "createdAt">,
): Promise<ConversationRow> {
  for (const slug of slugs) {
    const inserted = await insertConversation(tx, { ...row, slug });
    if (inserted) return inserted;
  }
  throw new ServiceError("CONFLICT", "slug-taken", "Another conversation has this address.");
}
