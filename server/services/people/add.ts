import { randomUUID } from "node:crypto";
import type { Locale } from "@/lib/i18n/locales";
import { AddPersonInput } from "@/lib/schemas/person-input";
import { createInvitationToken, hashInvitationToken } from "@/server/auth/invitation-token";
import type { Transaction } from "@/server/db/client";
import { findConversationById } from "@/server/db/queries/conversations";
import {
  deleteInvitationOf,
  deleteInvitationsBefore,
  storeInvitation,
} from "@/server/db/queries/invitations";
import { addMembership } from "@/server/db/queries/memberships";
import { findUserByEmail } from "@/server/db/queries/users";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import type { Role } from "@/server/services/permissions/permission-table";
import { requirePermission } from "@/server/services/permissions/require-permission";
import type { RateLimits } from "@/server/services/votes/rate-limits";
import { appoint } from "./appoint";
import { createInvitationMail } from "./invitation-mail";
import type { Mailer } from "./mailer";
import { parseRole } from "./roles";

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS = 14 * DAY_MS;
/** For so long the list shows that somebody let it expire. */
const REMEMBERED_MS = 30 * DAY_MS;

export interface AddContext extends ServiceContext {
  publicUrl: string;
  rateLimits: Pick<RateLimits, "takeInvitation">;
  mailer: Mailer;
}

export type AddedPerson =
  | { kind: "added"; userId: string }
  | {
      kind: "invited";
      /** Nowhere else from now on: only its hash is stored. */
      token: string;
      expiresAt: Date;
      mail: "none" | "sent" | "failed";
    };

interface Addition {
  conversationId: number;
  email: string;
  role: Role;
}

/**
 * Gives somebody a role by their e-mail address: at once when they have an account, else by a link
 * that works once and for 14 days, which is sent by mail as well where a mail server is configured.
 * A new link for the same address replaces the one before.
 * @param locale of the mail
 * @throws ServiceError as requirePermission; BAD_REQUEST; TOO_MANY_REQUESTS; CONFLICT when they have
 *   a role here already
 */
export async function addPerson(
  ctx: AddContext,
  input: AddPersonInput,
  locale: Locale,
): Promise<AddedPerson> {
  const { conversationId, email, role: wanted } = parseInput(AddPersonInput, input);
  const role = parseRole(wanted);
  await requirePermission(ctx, conversationId, "appoint");
  ctx.rateLimits.takeInvitation(ctx.actor.kind === "user" ? ctx.actor.userId : ctx.actor.kind);
  const addition = { conversationId, email, role };
  const done = await appoint(ctx, conversationId, async (tx) => {
    const user = await findUserByEmail(tx, email);
    return user ? addUser(tx, ctx, { ...addition, userId: user.id }) : invite(tx, ctx, addition);
  });
  if (done.kind === "added") return done;
  const mail = await send(ctx, { ...addition, token: done.token }, locale);
  return { ...done, mail };
}

/** Where an invitation is accepted. */
export function invitationLink(publicUrl: string, slug: string, token: string): string {
  return `${publicUrl}/manage/c/${slug}/join?token=${token}`;
}

async function addUser(
  tx: Transaction,
  ctx: ServiceContext,
  { conversationId, userId, email, role }: Addition & { userId: string },
) {
  // First, as whoever joins takes it first: else the two could wait for each other.
  await deleteInvitationOf(tx, { conversationId, email });
  const isNew = await addMembership(tx, { conversationId, userId, role });
  if (!isNew) throw new ServiceError("CONFLICT", "person-known", "They have a role here already.");
  const details = { user: userId, role };
  await recordAudit(tx, ctx, { conversationId, action: "person.add", details });
  return { kind: "added" as const, userId };
}

async function invite(tx: Transaction, ctx: ServiceContext, addition: Addition) {
  const { conversationId, role } = addition;
  const now = ctx.now();
  const before = new Date(now.getTime() - REMEMBERED_MS);
  await deleteInvitationsBefore(tx, { conversationId, before });
  const token = createInvitationToken();
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await storeInvitation(tx, {
    ...addition,
    id,
    tokenHash: hashInvitationToken(token),
    invitedBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    createdAt: now,
    expiresAt,
  });
  // Without the address: what is recorded stays for good, and they may never come.
  const details = { invitation: id, role };
  await recordAudit(tx, ctx, { conversationId, action: "person.invite", details });
  return { kind: "invited" as const, token, expiresAt };
}

async function send(
  { db, mailer, publicUrl }: AddContext,
  { conversationId, email, role, token }: Addition & { token: string },
  locale: Locale,
): Promise<"none" | "sent" | "failed"> {
  const conversation = mailer.isConfigured ? await findConversationById(db, conversationId) : null;
  if (!conversation) return "none";
  const { slug, title } = conversation;
  const link = invitationLink(publicUrl, slug, token);
  const mail = await createInvitationMail(locale, { email, title, role, link });
  return (await mailer.send(mail)) ? "sent" : "failed";
}
