import * as z from "zod/mini";
import { cleanLine } from "../format/clean-text";
import { ConversationId } from "./conversation-input";
import { email, password } from "./user-input";

export const PERSON_NAME_MAX_LENGTH = 100;

const conversationId = ConversationId;
const userId = z.string().check(z.minLength(1), z.maxLength(100));
/** Which roles there are, the service knows. */
const role = z.string().check(z.maxLength(40));
const token = z.string().check(z.maxLength(100));
const slug = z.string();
const name = z
  .string()
  .check(z.overwrite(cleanLine), z.minLength(1), z.maxLength(PERSON_NAME_MAX_LENGTH));

export const AddPersonInput = z.strictObject({ conversationId, email, role });
export type AddPersonInput = z.input<typeof AddPersonInput>;

export const ChangeRoleInput = z.strictObject({ conversationId, userId, role });
export type ChangeRoleInput = z.input<typeof ChangeRoleInput>;

export const RemovePersonInput = z.strictObject({ conversationId, userId });
export type RemovePersonInput = z.input<typeof RemovePersonInput>;

export const WithdrawInvitationInput = z.strictObject({
  conversationId,
  invitationId: z.string().check(z.maxLength(100)),
});
export type WithdrawInvitationInput = z.input<typeof WithdrawInvitationInput>;

export const InvitationKey = z.strictObject({ slug, token });
export type InvitationKey = z.input<typeof InvitationKey>;

export const JoinInput = z.strictObject({ slug, token, name, password });
export type JoinInput = z.input<typeof JoinInput>;
