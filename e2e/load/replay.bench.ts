import { join } from "node:path";
import { computeAdjustedRandIndex } from "@/lib/math/groups/adjusted-rand-index";
import {
  compareDisplays,
  type Display,
  type DisplayChange,
} from "@/lib/math/testing/compare-displays";
import { readVoteHistory } from "@/lib/math/testing/reference-conversation";
import type { StreamedVote } from "@/lib/math/votes/vote-stream";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { type Follower, followers, type Shown } from "./followers";

const BATCHES = 100;
/** After which batches to see what a restart would show. */
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
      replay(conversation, follow(statements), (line) => print({ ...heading, ...line }));
    }
  }
}

function replay(
  conversation: Conversation,
  follower: Follower,
  print: (line: object) => void,
): void {
  const { history } = conversation;
  const steps: Step[] = [];
  let before: Shown | null = null;
  for (let batch = 1; batch <= BATCHES; batch++) {
    const from = Math.floor(((batch - 1) * history.length) / BATCHES);
    const to = Math.floor((batch * history.length) / BATCHES);
    const now = follower.update(history.slice(from, to));
    if (before) steps.push(compare(before, now));
    if (RESTARTS.includes(batch)) {
      const restarted = follower.showAfterRestart();
      const { adjustedRandIndex, ...change } = compare(now, restarted);
      print({
        stage: "restart",
        batch,
        ...change,
        ari: adjustedRandIndex === null ? null : round(adjustedRandIndex),
        publishedAri: [now, restarted].map(({ display }) =>
          comparePublished(conversation, display),
        ),
      });
    }
    before = now;
  }
  print({
    stage: "replay",
    batches: BATCHES,
    ...summarise(steps),
    publishedAri: before && comparePublished(conversation, before.display),
  });
}

interface Step extends DisplayChange {
  /** Groups before and after. */
  k: [number, number];
}

function compare(before: Shown, now: Shown): Step {
  return {
    ...compareDisplays(before.display, now.display),
    k: [before.analysis.core.k, now.analysis.core.k],
  };
}

function summarise(steps: readonly Step[]) {
  const total = (key: "axisFlips" | "axisReversals" | "letterSwaps" | "letterChanges") =>
    steps.reduce((sum, step) => sum + step[key], 0);
  const indices = steps.flatMap(({ adjustedRandIndex }) => adjustedRandIndex ?? []);
  const changesOf = (changes: (k: [number, number]) => boolean) =>
    steps.filter(({ k }) => k[0] !== k[1] && changes(k)).length;
  return {
    axisFlips: total("axisFlips"),
    axisReversals: total("axisReversals"),
    letterSwaps: total("letterSwaps"),
    letterChanges: total("letterChanges"),
    groupCountChanges: changesOf(([past, k]) => past > 0 && k > 0),
    groupsAppeared: changesOf(([past]) => past === 0),
    groupsDisappeared: changesOf(([, k]) => k === 0),
    withoutGroups: steps.filter(({ k }) => k[1] === 0).length,
    meanAri: round(indices.reduce((sum, index) => sum + index, 0) / indices.length),
    lowestAri: round(Math.min(...indices)),
    k: steps.at(-1)?.k[1],
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
