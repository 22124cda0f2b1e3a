import * as z from "zod/mini";

export const email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));
export const password = z.string();

export const CreateUserInput = z.strictObject({
  email,
  password,
  instanceRole: z._default(z.enum(["owner", "facilitator"]), "facilitator"),
});
export type CreateUserInput = z.input<typeof CreateUserInput>;

export const CreateOwnerInput = z.strictObject({ token: z.string(), email, password });
export type CreateOwnerInput = z.input<typeof CreateOwnerInput>;
