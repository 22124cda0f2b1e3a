import { join } from "node:path";
import { computeAdjustedRandIndex } from "@/lib/math/adjusted-rand-index";
import {
  compareDisplays,
  type Display,
  type DisplayChange,
} from "@/lib/math/testing/compare-displays";
import { readVoteHistory } from "@/lib/math/testing/reference-conversation";
import type { StreamedVote } from "@/lib/math/vote-stream";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { type Follower, followers } from "./followers";

const BATCHES = 100;
/** After which batches the process is started anew, in replays of their own. */
const RESTARTS = [25, 50, 75, 100];

interface Conversation {
  name: string;
  history: StreamedVote[];
  statements: Awaited<ReturnType<typeof loadPolisExport>>["statements"];
  publishedGroups: ReadonlyMap<number, number>;
}

/**
 * How still the results hold while a real conversation is fed vote by vote, in time order, in a
 * hundred batches, each analysis following the one before; and what a restart does to them.
 * How it was moderated is taken from its end.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const dir = referenceDir();
  if (dir === null) return;
  for (const name of referenceConversations) {
    const history = readVoteHistory(dir, name);
    if (!history) continue;
    const { statements, publishedGroups } = await loadPolisExport(join(dir, "data/polis", name));
    const conversation = { name, history, statements, publishedGroups };
    for (const [profile, follow] of Object.entries(followers)) {
      const heading = { bench: "replay", conversation: name, profile };
      print({ ...heading, batches: BATCHES, ...replay(conversation, follow(statements)) });
      for (const after of RESTARTS) {
        print({
          ...heading,
          stage: "restart",
          after,
          ...restart(conversation, follow(statements), after),
        });
      }
    }
  }
}

function* feed({ history }: Conversation, follower: Follower, batches = BATCHES) {
  for (let batch = 0; batch < batches; batch++) {
    const from = Math.floor((batch * history.length) / BATCHES);
    const to = Math.floor(((batch + 1) * history.length) / BATCHES);
    yield follower.update(history.slice(from, to));
  }
}

function replay(conversation: Conversation, follower: Follower) {
  const changes: DisplayChange[] = [];
  const indices: number[] = [];
  let before: Display | null = null;
  let k = 0;
  let groupCountChanges = 0;
  let withoutGroups = 0;
  for (const { analysis, display } of feed(conversation, follower)) {
    if (before) {
      const change = compareDisplays(before, display);
      changes.push(change);
      if (change.adjustedRandIndex !== null) indices.push(change.adjustedRandIndex);
      if (analysis.core.k !== k) groupCountChanges += 1;
    }
    if (analysis.core.k === 0) withoutGroups += 1;
    k = analysis.core.k;
    before = display;
  }
  const total = (key: Exclude<keyof DisplayChange, "adjustedRandIndex">) =>
    changes.reduce((sum, change) => sum + change[key], 0);
  return {
    axisFlips: total("axisFlips"),
    axisReversals: total("axisReversals"),
    letterSwaps: total("letterSwaps"),
    letterChanges: total("letterChanges"),
    groupCountChanges,
    withoutGroups,
    meanAri: round(indices.reduce((sum, index) => sum + index, 0) / indices.length),
    lowestAri: round(Math.min(...indices)),
    k,
    publishedAri: comparePublished(conversation, before!),
  };
}

/** The same votes before and after the process was started anew. */
function restart(conversation: Conversation, follower: Follower, after: number) {
  const [before] = [...feed(conversation, follower, after)].slice(-1);
  follower.restart();
  const now = follower.update([]);
  const { adjustedRandIndex, ...change } = compareDisplays(before!.display, now.display);
  return {
    ...change,
    ari: adjustedRandIndex === null ? null : round(adjustedRandIndex),
    k: [before!.analysis.core.k, now.analysis.core.k],
    publishedAri: [
      comparePublished(conversation, before!.display),
      comparePublished(conversation, now.display),
    ],
  };
}

function comparePublished(
  { publishedGroups }: Conversation,
  { participants, groupIds }: Display,
): number | null {
  const rows = [...participants.keys()].filter(
    (row) => groupIds[row] !== -1 && publishedGroups.has(participants[row]!),
  );
  if (rows.length < 2) return null;
  return round(
    computeAdjustedRandIndex(
      rows.map((row) => groupIds[row]!),
      rows.map((row) => publishedGroups.get(participants[row]!)!),
    ),
  );
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
