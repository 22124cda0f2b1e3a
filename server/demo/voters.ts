import { parseArgs } from "node:util";
import { log } from "@/server/log";
import { abortWithParent } from "@/server/process/parent-channel";
import { demoPlans } from "./plans";
import { simulateVoters } from "./simulate-voters";

/** The child process of the demonstration that keeps simulated people voting. */
const signal = abortWithParent();
const { values } = parseArgs({
  options: { url: { type: "string" }, rate: { type: "string" } },
});

try {
  await simulateVoters({
    baseUrl: values.url ?? "",
    plans: demoPlans.filter(({ closed }) => closed === undefined),
    votesPerSecond: Number(values.rate),
    seed: Date.now(),
    signal,
  });
  process.exit(0);
} catch (error) {
  log.error("The simulated participants ended.", { error });
  process.exit(1);
}
