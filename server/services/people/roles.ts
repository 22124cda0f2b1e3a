import * as z from "zod/mini";
import { memberships } from "@/drizzle/schema/conversation";
import { parseInput } from "@/server/services/parse-input";
import type { Role } from "@/server/services/permissions/permission-table";

/** Every role that somebody can be given. */
export const roles: readonly Role[] = memberships.role.enumValues;

const RoleInput = z.enum(memberships.role.enumValues);

/** @throws ServiceError BAD_REQUEST when there is no such role */
export function parseRole(role: string): Role {
  return parseInput(RoleInput, role);
}
