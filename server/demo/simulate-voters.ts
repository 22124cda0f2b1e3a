import { setTimeout as sleep } from "node:timers/promises";
import { createRandom, type Random } from "@/lib/math/random";
import { log } from "@/server/log";
import type { ConversationPlan } from "./conversation-plan";
import { drawByWeight } from "./simulate-votes";
import { createVoice, RefusedError, type SimulatedVoice } from "./simulated-voice";

const PRESENT_AT_ONCE = 12;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Who comes changes over this time, so that the map has somewhere to go. */
const TIDE_MS = 20 * 60_000;

/** Keeps made-up people voting over HTTP, like anybody else, until `signal` aborts. */
export async function simulateVoters(options: {
  baseUrl: string;
  plans: ConversationPlan[];
  votesPerSecond: number;
  seed: number;
  signal: AbortSignal;
}): Promise<void> {
  const { plans, signal } = options;
  const random = createRandom(options.seed);
  const present = new Map(plans.map((plan) => [plan, [] as SimulatedVoice[]]));
  const arrive = (plan: ConversationPlan) => newcomer(options.baseUrl, plan, random);
  let pauseMs = SHORTEST_PAUSE_MS;
  while (!signal.aborted) {
    await rest((2 * random() * 1000) / options.votesPerSecond, signal);
    if (signal.aborted) return;
    // The larger conversation is the livelier one.
    const people = plans.map((plan) => plan.participants);
    const plan = plans[drawByWeight(people, random)];
    if (!plan) return;
    const failure = await voteSomebody(present.get(plan) ?? [], () => arrive(plan), random);
    if (failure === null) {
      pauseMs = SHORTEST_PAUSE_MS;
      continue;
    }
    if (!signal.aborted) log.warn("A simulated vote failed.", { error: failure.message, pauseMs });
    await rest(pauseMs, signal);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}

/** Somebody who is there votes; who has had enough leaves, and somebody new comes. */
async function voteSomebody(
  voices: SimulatedVoice[],
  arrive: () => SimulatedVoice,
  random: Random,
): Promise<Error | null> {
  while (voices.length < PRESENT_AT_ONCE) voices.push(arrive());
  const chosen = Math.floor(random() * voices.length);
  try {
    if (!(await voices[chosen]?.voteOnce())) voices.splice(chosen, 1);
    return null;
  } catch (error) {
    // A refused person will be refused again; one who met a fault of the network tries once more.
    if (error instanceof RefusedError) voices.splice(chosen, 1);
    return error instanceof Error ? error : new Error(String(error));
  }
}

function newcomer(baseUrl: string, plan: ConversationPlan, random: Random): SimulatedVoice {
  const tide = (2 * Math.PI * (Date.now() % TIDE_MS)) / TIDE_MS;
  const weights = plan.campShares.map(
    (share, camp) => share * (1 + 0.7 * Math.sin(tide + (2 * Math.PI * camp) / 3)),
  );
  const camp = drawByWeight(weights, random);
  return createVoice({ baseUrl, plan, camp, patience: 8 + Math.floor(40 * random()), random });
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {}); // woken to stop
}
