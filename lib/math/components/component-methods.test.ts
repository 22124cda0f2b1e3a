import { expect, test } from "vitest";
import { findGroups } from "../groups/find-groups";
import { gatherPlaces } from "../groups/places";
import { plenumParameters } from "../plenum/plenum-parameters";
import { simulateVotes } from "../testing/simulated-votes";
import { type ComponentMethod, computeLeadingComponents } from "./leading-components";
import { projectVotes } from "./project-votes";

test.each([
  { participants: 400, statements: 50, votesPerParticipant: 25, groups: 3, seed: 1 },
  { participants: 1_500, statements: 120, votesPerParticipant: 40, groups: 2, seed: 2 },
])("every method leads to the same groups of $participants x $statements", (size) => {
  const { votes } = simulateVotes(size);
  const flags = new Uint8Array(votes.statements.length);
  const clustered = Int32Array.from(votes.participants.keys());
  const partitions = (["decomposition", "iteration", "sparse"] as ComponentMethod[]).map(
    (method) => {
      const map = computeLeadingComponents(votes, null, flags, method);
      const points = projectVotes(votes, map, flags);
      const places = gatherPlaces(points, clustered, plenumParameters);
      const choices = findGroups({ places, candidates: [] }, plenumParameters);
      return choices.map(({ k, groupOfRow }) => ({ k, groupOfRow }));
    },
  );
  expect(partitions[0]!.length).toBeGreaterThan(1);
  expect(partitions[1]).toEqual(partitions[0]);
  expect(partitions[2]).toEqual(partitions[0]);
});
