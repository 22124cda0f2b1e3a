import { beforeAll, describe, expect, test } from "vitest";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { computeLeadingComponents } from "../components/leading-components";
import { projectVotes } from "../components/project-votes";
import { chooseGroupCount } from "../frame/group-count";
import { plenumParameters } from "../plenum/plenum-parameters";
import { listPolisCandidates } from "../plenum/polis-candidates";
import { createRandom, shuffle } from "../random";
import { readReferenceConversation } from "../testing/reference-conversation";
import { selectClusteredRows } from "../votes/clustered-participants";
import { packVotes } from "../votes/packed-votes";
import { orderRows } from "../votes/row-order";
import { flagStatements } from "../votes/statement-flags";
import { computeAdjustedRandIndex } from "./adjusted-rand-index";
import { findGroups, type GroupCandidate, type GroupChoice } from "./find-groups";
import { findGroupsQuickly } from "./find-groups-quickly";
import { gatherPlaces } from "./places";
import { computeDistances, computeSilhouette } from "./silhouette";

const dir = referenceDir();
const rounding = 1e-9;

describe.skipIf(dir === null).each(referenceConversations)("%s", (name) => {
  let points: Float64Array;
  let clusteredRows: Int32Array;
  let candidates: GroupCandidate[];
  let choices: GroupChoice[];
  const find = (changes = {}, allRows = clusteredRows, everybody = points) => {
    const rule = { ...plenumParameters, ...changes };
    return findGroups({ places: gatherPlaces(everybody, allRows, rule), candidates: [] }, rule);
  };
  beforeAll(() => {
    const { votes, statements } = readReferenceConversation(dir ?? "", name);
    const { isModeratedOut } = flagStatements(votes.statements, statements);
    const packed = packVotes(votes);
    points = projectVotes(
      packed,
      computeLeadingComponents(packed, null, isModeratedOut),
      isModeratedOut,
    );
    clusteredRows = selectClusteredRows(votes, orderRows(votes), plenumParameters);
    candidates = listPolisCandidates(packed, isModeratedOut, plenumParameters.candidateVotes);
    const places = gatherPlaces(points, clusteredRows, plenumParameters);
    choices = findGroups({ places, candidates }, plenumParameters);
  });

  test("profile polis has less inertia for no k, and no higher silhouette than the best", () => {
    const own = (groupOfRow: Int32Array) => clusteredRows.map((row) => groupOfRow[row]!);
    const stood = standing(points, clusteredRows);
    const distances = computeDistances(stood);
    expect(choices.map(({ k }) => k)).toEqual(candidates.map(({ k }) => k));
    const best = choices.find(({ k }) => k === chooseGroupCount(choices))!;
    choices.forEach(({ k, count, groupOfRow, inertia, silhouette }, index) => {
      const theirs = own(candidates[index]!.groupOfRow);
      expect(inertia).toBeCloseTo(sumSquares(stood, own(groupOfRow), k), 6);
      expect(inertia).toBeLessThanOrEqual(sumSquares(stood, theirs, k) * (1 + rounding));
      expect(silhouette).toBeCloseTo(computeSilhouette(distances, own(groupOfRow), count), 9);
      const theirSilhouette = computeSilhouette(distances, theirs, k);
      expect(best.silhouette).toBeGreaterThan(theirSilhouette - rounding);
    });
  });

  test("the groups are the same whoever has which id", () => {
    const order = shuffle([...clusteredRows], createRandom(5));
    const shuffled = standing(points, order);
    const rows = Int32Array.from(order.keys());
    const straight = find();
    find({}, rows, shuffled).forEach((choice, index) => {
      const expected = straight[index]!;
      expect({ ...choice, groupOfRow: null }).toEqual({ ...expected, groupOfRow: null });
      expect([...choice.groupOfRow]).toEqual(order.map((row) => expected.groupOfRow[row]!));
    });
  });

  test("ml-kmeans and our weighted k-means end with the same groups", () => {
    const byLibrary = find({ maxLibraryParticipants: clusteredRows.length });
    const byWeights = find({ maxLibraryParticipants: 0 });
    expect(byLibrary.map(({ groupOfRow }) => groupOfRow)).toEqual(
      byWeights.map(({ groupOfRow }) => groupOfRow),
    );
  });

  test("the quick search finds almost the same groups", () => {
    const best = chooseGroupCount(find());
    const full = find().find(({ k }) => k === best)!;
    const quick = findGroupsQuickly(
      gatherPlaces(points, clusteredRows, plenumParameters),
      plenumParameters,
    );
    expect(chooseGroupCount(quick)).toBe(best);
    const { groupOfRow } = quick.find(({ k }) => k === best)!;
    expect(computeAdjustedRandIndex(groupOfRow, full.groupOfRow)).toBeGreaterThan(0.95);
  });

  test("the cells of many people cost little inertia", () => {
    const onCells = find({ maxDistinctPlaces: 20 });
    const stood = standing(points, clusteredRows);
    find().forEach(({ inertia, k }, index) => {
      const groups = clusteredRows.map((row) => onCells[index]!.groupOfRow[row]!);
      expect(sumSquares(stood, groups, k)).toBeLessThan(1.002 * inertia);
    });
  });
});

/** x and y of the given rows in turn. */
function standing(points: Float64Array, rows: Iterable<number>): Float64Array {
  return Float64Array.from([...rows].flatMap((row) => [points[2 * row]!, points[2 * row + 1]!]));
}

function sumSquares(points: Float64Array, groups: Int32Array, count: number): number {
  const sizes = new Float64Array(count);
  const sums = new Float64Array(2 * count);
  let total = 0;
  groups.forEach((group, i) => {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    sizes[group]! += 1;
    sums[2 * group]! += x;
    sums[2 * group + 1]! += y;
    total += x * x + y * y;
  });
  sizes.forEach((size, group) => {
    const [x, y] = [sums[2 * group]!, sums[2 * group + 1]!];
    if (size > 0) total -= (x * x + y * y) / size;
  });
  return total;
}
