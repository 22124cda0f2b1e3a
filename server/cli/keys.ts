import { parseArgs } from "node:util";
import { openInstance } from "../process/instance";
import { announceKey, createSigner } from "../seal/create-signer";
import { replaceSigningKey } from "../seal/signing-key";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

/** Prints the public keys of this instance, after making a new one if that is asked for. */
export async function run(args: string[], io: CommandIo): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [act] = positionals;
  if (positionals.length !== 1 || (act !== "list" && act !== "rotate")) {
    throw new UsageError("Usage: plenum keys list|rotate");
  }
  const instance = await openInstance();
  try {
    const { db } = instance.database;
    const { dataDir, publicUrl, port } = instance.env;
    if (act === "rotate") {
      const { kid } = await replaceSigningKey(dataDir, (key) => announceKey(db, key));
      io.notice(`Reports are signed with key ${kid} from now on; earlier signatures stay valid.`);
    }
    const issuer = publicUrl ?? `http://localhost:${port}`;
    io.stdout(await (await createSigner({ db, dataDir, issuer })).listPublicKeys());
  } finally {
    await instance.close();
  }
}
