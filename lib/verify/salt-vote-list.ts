import { type Cryptography, hashText } from "./sha256";

/**
 * What stands for a vote list in a seal: without the salt nobody can find a short list by trying.
 * @param salt 64 hexadecimal digits drawn at publishing
 * @param listSha256 of the bytes of the canonical list, hexadecimal
 * @returns SHA-256 of both, each ended by a line feed
 */
export function saltVoteList(
  hashing: Pick<Cryptography, "createSha256">,
  { salt, listSha256 }: { salt: string; listSha256: string },
): string {
  return hashText(hashing, `${salt}\n${listSha256}\n`);
}
