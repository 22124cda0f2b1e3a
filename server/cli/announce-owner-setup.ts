import { createOwnerSetupLink } from "../auth/owner-setup";
import type { Runtime } from "../runtime";
import type { CommandIo } from "./command";

/** Prints the one-time link that creates the owner, as long as there is none. */
export async function announceOwnerSetup(runtime: Runtime, io: CommandIo): Promise<string | null> {
  const { database, publicUrl } = runtime;
  const link = await createOwnerSetupLink({ db: database.db, publicUrl });
  if (link) io.notice(`Nobody owns this instance yet. Become its owner, once: ${link}`);
  return link;
}
