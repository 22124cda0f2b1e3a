import { kmeans } from "ml-kmeans";
import { type Settled, settleCenters } from "./settle-centers";
import type { WeightedPoints } from "./summarize-points";

/** Takes centres to where k-means leaves them, and says who belongs to which. */
export type Settle = (start: Float64Array) => Settled;

/**
 * K-means on the participants at the given places: by ml-kmeans, which knows no weights, for up to
 * `maxLibraryParticipants` people, by `settleCenters` above; both end with the same groups.
 * For 2,000 people the 16 runs of a search take 16 ms by the library and 9 ms by `settleCenters`.
 *
 * The path that is used of ml-kmeans 7 (explicit centres, squared Euclidean distance) computes with
 * + - * / alone. Its tolerance is that of the squared way a centre moved: 0 runs until nothing moves.
 */
export function createSettler(
  places: WeightedPoints,
  rule: { maxLibraryParticipants: number; settlingIterations: number },
): Settle {
  let people = 0;
  for (const weight of places.weights) people += weight;
  const { settlingIterations } = rule;
  if (people > rule.maxLibraryParticipants) {
    return (start) => settleCenters(places, start, settlingIterations);
  }
  const participants = unfold(places);
  return (start) => {
    const initialization = toPairs(start);
    const { clusters, centroids } = kmeans(participants.points, initialization.length, {
      initialization,
      maxIterations: settlingIterations,
      tolerance: 0,
    });
    return {
      centers: Float64Array.from(centroids.flat()),
      groupOfPoint: Uint8Array.from(participants.firstOfPlace, (first) => clusters[first]!),
    };
  };
}

/** One point a participant, place by place. */
function unfold({ points, weights }: WeightedPoints) {
  const participants: number[][] = [];
  const firstOfPlace = new Int32Array(weights.length);
  weights.forEach((weight, place) => {
    firstOfPlace[place] = participants.length;
    for (let i = 0; i < weight; i++)
      participants.push([points[2 * place]!, points[2 * place + 1]!]);
  });
  return { points: participants, firstOfPlace };
}

function toPairs(coordinates: Float64Array): number[][] {
  return Array.from({ length: coordinates.length / 2 }, (_, index) => [
    coordinates[2 * index]!,
    coordinates[2 * index + 1]!,
  ]);
}
