import { computeLeadingComponents } from "@/lib/math/components/leading-components";
import { projectVotes } from "@/lib/math/components/project-votes";
import { computeScatter } from "@/lib/math/components/scatter-matrix";
import { createEngine } from "@/lib/math/engine";
import { toPreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { findGroups } from "@/lib/math/groups/find-groups";
import { gatherPlaces } from "@/lib/math/groups/places";
import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import { createRandom } from "@/lib/math/random";
import { simulateVotes } from "@/lib/math/testing/simulated-votes";
import { createVoteCollector, packCollected } from "@/lib/math/votes/collect-votes";
import { countPackedVotesByGroup } from "@/lib/math/votes/count-codes";
import { countPairs } from "@/lib/math/votes/count-pairs";
import { codesPerColumn, type PackedVotes } from "@/lib/math/votes/packed-votes";
import { createVoteStore, type VoteStore } from "@/lib/math/votes/vote-store";
import { createMeter } from "./measure-stage";

/** Measures one size: `math-stages.ts <participants> <statements>`. Prints a line of JSON a stage. */
const [participants, statements] = process.argv.slice(2).map(Number) as [number, number];
const groups = 3;
const newVotes = 10_000;
/** Of the new votes, those of people who were not there before, and how many each of them casts. */
const newcomersVotes = 1_000;
const votesOfNewcomer = 50;
/** The first runs of a stage compile it: where they are short, many are not much. */
const repeats = Math.max(3, Math.min(31, Math.floor(1_000_000 / participants)));

const { votes, groupOfRow, draw } = simulate();
const listed = Array.from(votes.statements, (id) => ({
  id,
  moderation: "accepted" as const,
  isMetadata: false,
}));
const random = createRandom(2);
let newcomers = 0;
const isModeratedOut = new Uint8Array(votes.statements.length);
const { measure, measureOnce } = createMeter(
  { bench: "math", participants, statements, votes: votes.codes.length },
  repeats,
);

const block = votes.codes.slice(0, 32_768);
measure("stream", () => {
  for (let cell = 0; cell + block.length <= votes.codes.length; cell += block.length) {
    block.set(votes.codes.subarray(cell, cell + block.length));
  }
});
measure("pack", () => packAgain(votes));
measureStages();

// A live run takes the certainty over from an earlier, complete one.
const complete = createEngine(votes).analyze({ statements: listed });
const carried = complete.certainty;
measure("full", () => createEngine(votes).analyze({ statements: listed, carried }));
measureIncremental();
measureOnce("complete", () => createEngine(votes).analyze({ statements: listed }));

/** Without the room for more votes that the simulation leaves. */
function simulate() {
  const { votes, ...rest } = simulateVotes({
    participants,
    statements,
    votesPerParticipant: 50,
    groups,
    seed: 1,
  });
  return { ...rest, votes: { ...votes, codes: votes.codes.slice() } };
}

/** What the engine does, one after the other. */
function measureStages(): void {
  measure("pairs", () => countPairs(votes));
  const pairs = countPairs(votes);
  measure("components", () => computeLeadingComponents(votes, pairs, isModeratedOut));
  const map = computeLeadingComponents(votes, pairs, isModeratedOut);
  const center = map.center;
  const columns = Int32Array.from(center.keys());
  measure("covariance", () => computeScatter(pairs, center, columns));
  measure("projection", () => projectVotes(votes, map, isModeratedOut));
  const points = projectVotes(votes, map, isModeratedOut);
  const rows = Int32Array.from(votes.participants.keys());
  measure("places", () => gatherPlaces(points, rows, plenumParameters));
  const places = gatherPlaces(points, rows, plenumParameters);
  measure("groups", () => findGroups({ places, candidates: [] }, plenumParameters));
  measure("counts", () => countPackedVotesByGroup(votes, groupOfRow, groups));
}

function measureIncremental(): void {
  const store = createVoteStore(votes);
  store.readPairs();
  measure("votes", () => {
    castNewVotes(store);
    store.readPairs();
  });
  const engine = createEngine(votes);
  let analysis = engine.analyze({ statements: listed, carried });
  let previous = toPreviousAnalysis(analysis);
  measure(
    "incremental",
    () => {
      castNewVotes(engine);
      analysis = engine.analyze({ statements: listed, carried, previous });
    },
    () => {
      previous = toPreviousAnalysis(analysis, previous);
    },
  );
}

/** A call a vote, as they come from a COPY. */
function packAgain({ rowStart, codes }: PackedVotes): PackedVotes {
  const collector = createVoteCollector();
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const column = Math.floor(codes[cell]! / codesPerColumn);
      collector.add(row, column, codes[cell]! - column * codesPerColumn - 1);
    }
  }
  return packCollected(collector.finish());
}

function castNewVotes(store: Pick<VoteStore, "set">): void {
  for (let vote = 0; vote < newVotes; vote++) {
    const isNewcomer = vote < newcomersVotes;
    if (isNewcomer && vote % votesOfNewcomer === 0) newcomers += 1;
    const row = isNewcomer ? 0 : Math.floor(random() * participants);
    const statement = Math.floor(random() * statements);
    const value = draw(groupOfRow[row]!, statement);
    store.set(isNewcomer ? participants + newcomers : row, statement, value);
  }
}
