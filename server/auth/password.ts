import { hashPassword as hash } from "better-auth/crypto";
import { ServiceError } from "@/server/services/errors";

export const PASSWORD_MIN_LENGTH = 12;
const PASSWORD_MAX_LENGTH = 128;

/**
 * Hashes a password as sign-in reads it (scrypt).
 * @throws ServiceError UNPROCESSABLE_CONTENT when it has fewer than 12 or more than 128 characters
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < PASSWORD_MIN_LENGTH || password.length > PASSWORD_MAX_LENGTH) {
    throw new ServiceError(
      "UNPROCESSABLE_CONTENT",
      "password-length",
      `A password has ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters.`,
    );
  }
  return hash(password);
}
