import { parseArgs } from "node:util";
import { readEnv } from "../env";
import { runServer } from "../main";
import { announceOwnerSetup } from "./announce-owner-setup";
import type { CommandIo } from "./command";

export async function run(args: string[], io: CommandIo): Promise<void> {
  parseArgs({ args });
  await runServer({
    env: readEnv(),
    defaultHost: undefined,
    onReady: async ({ runtime }) => {
      io.notice(`Plenum answers at ${runtime.publicUrl}`);
      const ownerLink = await announceOwnerSetup(runtime, io);
      io.stdout({ url: runtime.publicUrl, ownerLink });
    },
  });
}
