import { describe, expect, test } from "vitest";
import { referenceDir } from "@/server/testing/reference";
import { noStability } from "../certainty/stability";
import { createEngine } from "../engine";
import { createRandom } from "../random";
import { readReferenceConversation } from "../testing/reference-conversation";
import { packVotes } from "../votes/packed-votes";
import { createVoteMatrix, type VoteMatrix } from "../votes/vote-matrix";
import { plenumParameters } from "./plenum-parameters";

const dir = referenceDir();
const copies = 29;

describe.skipIf(dir === null)("a real conversation with thirty times the people", () => {
  test("the higher silhouette that Pol.is finds is taken by a complete analysis", () => {
    const { votes, statements } = readReferenceConversation(dir ?? "", "canadian-electoral-reform");
    const packed = packVotes(repeatNearly(votes));
    expect(packed.codes.length).toBeGreaterThan(plenumParameters.candidateVotes);
    const engine = createEngine(packed);
    const complete = engine.analyze({ statements }).core;
    const carried = { structure: complete.structure, stability: noStability, letters: {} };
    const approximate = engine.analyze({ statements, carried }).core;
    expect(complete.silhouettes[2]).toBeGreaterThan(approximate.silhouettes[2]!);
  }, 60_000);
});

/** Everybody several times, each time without one vote in fifty. */
function repeatNearly({ participants, statements, rowStart, columns, values }: VoteMatrix) {
  const random = createRandom(3);
  const cells: [participant: number, statement: number, value: number][] = [];
  for (let copy = 0; copy < copies; copy++) {
    for (let row = 0; row < participants.length; row++) {
      for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
        if (random() < 0.02) continue;
        const participant = copy * participants.length + row;
        cells.push([participant, statements[columns[cell]!]!, values[cell]!]);
      }
    }
  }
  return createVoteMatrix({
    participant: Int32Array.from(cells, ([participant]) => participant),
    statement: Int32Array.from(cells, ([, statement]) => statement),
    value: Int8Array.from(cells, ([, , value]) => value),
  });
}
