import { parseArgs } from "node:util";
import { loadConversation } from "../demo/load-conversation";
import { demoPlans } from "../demo/plans";
import { environmentOfChild, readEnv } from "../env";
import { log } from "../log";
import { runServer } from "../main";
import { superviseChild } from "../process/supervised-child";
import { announceOwnerSetup } from "./announce-owner-setup";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

const MAX_VOTES_PER_SECOND = 1_000;

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { "votes-per-second": { type: "string", default: "1" } },
  });
  const rate = parseRate(values["votes-per-second"]);
  const env = readEnv();
  // A line for every analysis would bury the addresses.
  log.setLevel(env.logLevel ?? "warn");
  io.notice("Starting Plenum with a demo conversation; the first time takes about a minute.");
  await runServer({
    env,
    defaultHost: "127.0.0.1",
    onReady: async ({ runtime, localUrl, ending, shutdown }) => {
      for (const plan of demoPlans) {
        await loadConversation(runtime.database.db, plan, new Date());
      }
      const addresses = addressesOf(runtime.publicUrl);
      for (const [name, address] of Object.entries(addresses)) {
        io.notice(`  ${name.padEnd(12)} ${address}`);
      }
      const ownerLink = await announceOwnerSetup(runtime, io);
      io.stdout({ addresses, ownerLink });
      if (rate > 0) {
        const voters = superviseChild({
          name: "demo voters",
          module: "server/demo/voters.ts",
          args: ["--url", localUrl, "--rate", String(rate)],
          env: environmentOfChild({ LOG_LEVEL: log.level() }),
          ending,
        });
        shutdown.add("demo voters", voters.stop);
      }
    },
  });
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (text.trim() !== "" && rate >= 0 && rate <= MAX_VOTES_PER_SECOND) return rate;
  throw new UsageError(`--votes-per-second is a number from 0 to ${MAX_VOTES_PER_SECOND}.`);
}

function addressesOf(publicUrl: string): Record<string, string> {
  const [first, ...others] = demoPlans.map((plan) => plan.slug);
  return {
    home: `${publicUrl}/`,
    vote: `${publicUrl}/c/${first}`,
    results: `${publicUrl}/c/${first}/results`,
    report: `${publicUrl}/c/${first}/report`,
    embed: `${publicUrl}/embed/${first}`,
    overlay: `${publicUrl}/overlay/${first}`,
    manage: `${publicUrl}/manage`,
    ...Object.fromEntries(others.map((slug) => [slug, `${publicUrl}/c/${slug}`])),
  };
}
