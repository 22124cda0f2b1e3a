import { createVoteCollector } from "@/lib/math/collect-votes";
import { countPackedVotesByGroup } from "@/lib/math/count-codes";
import { countPairs } from "@/lib/math/count-pairs";
import { computeLeadingComponents } from "@/lib/math/leading-components";
import { codesPerColumn, type PackedVotes } from "@/lib/math/packed-votes";
import { projectVotes } from "@/lib/math/project-votes";
import { createRandom } from "@/lib/math/random";
import { simulateVotes } from "@/lib/math/testing/simulated-votes";
import { createVoteStore } from "@/lib/math/vote-store";
import { createMeter } from "./measure-stage";

/** Measures one size: `math-stages.ts <participants> <statements>`. Prints a line of JSON a stage. */
const [participants, statements] = process.argv.slice(2).map(Number) as [number, number];
const groups = 3;
const newVotes = 10_000;
/** Of the new votes, those of people who were not there before, and how many each of them casts. */
const newcomersVotes = 1_000;
const votesOfNewcomer = 50;
const repeats = participants >= 1_000_000 ? 3 : 7;

const conversation = simulateVotes({
  participants,
  statements,
  votesPerParticipant: 50,
  groups,
  seed: 1,
});
const votes = { ...conversation.votes, codes: conversation.votes.codes.slice() };
const { groupOfRow } = conversation;
const isModeratedOut = new Uint8Array(votes.statements.length);
const { measure } = createMeter(
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
measure("pairs", () => countPairs(votes));
const pairs = countPairs(votes);
const map = computeLeadingComponents(votes, pairs, isModeratedOut);
measure("components", () => computeLeadingComponents(votes, pairs, isModeratedOut));
measure("projection", () => projectVotes(votes, map, isModeratedOut));
measure("counts", () => countPackedVotesByGroup(votes, groupOfRow, groups));

const store = createVoteStore(votes);
store.readPairs();
const random = createRandom(2);
let newcomers = 0;
measure("merge", () => {
  castNewVotes();
  store.readPairs();
});

/** In no order of participants or statements, as votes come over an hour. */
function packAgain({ rowStart, codes }: PackedVotes): PackedVotes {
  const collector = createVoteCollector();
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const column = Math.floor(codes[cell]! / codesPerColumn);
      collector.add(row, column, codes[cell]! - column * codesPerColumn - 1);
    }
  }
  return collector.pack();
}

function castNewVotes(): void {
  for (let vote = 0; vote < newVotes; vote++) {
    const isNewcomer = vote < newcomersVotes;
    if (isNewcomer && vote % votesOfNewcomer === 0) newcomers += 1;
    const row = isNewcomer ? 0 : Math.floor(random() * participants);
    const statement = Math.floor(random() * statements);
    const value = conversation.draw(groupOfRow[row]!, statement);
    store.set(isNewcomer ? participants + newcomers : row, statement, value);
  }
}
