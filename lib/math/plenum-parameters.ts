import { polisParameters } from "./polis-parameters";

const { maxParticipants: _, maxStatements: __, ...shared } = polisParameters;

/** The numbers of profile `plenum`, published with every result; there is no cap on size. */
export const plenumParameters = {
  ...shared,
  /** Votes up to which the groups of profile `polis` are among the candidates. */
  candidateVotes: 300_000,
  /** Draws of the participants to see whether the same groups come out (B4), and their seed. */
  stabilityResamples: 50,
  stabilitySeed: 1,
  /** People drawn at most, which bounds the time. */
  stabilityParticipants: 2000,
  /**
   * Distinct positions up to which groups are found on them; above, on the cells of a grid around
   * everybody.
   */
  maxDistinctPlaces: 4096,
  cellsPerSide: 512,
  /** People up to whom ml-kmeans settles the groups. */
  maxLibraryParticipants: 1000,
  /** k-means++: on how many cells, how often, and how many of its ends are settled on the places. */
  searchCells: 128,
  searchRestarts: 32,
  searchKept: 4,
  settlingIterations: 100,
  /** Places up to which silhouettes are exact; above, on how many cells, and how much they may err. */
  maxSilhouettePlaces: 4096,
  silhouetteCells: 512,
  silhouetteMargin: 0.001,
  /**
   * A statement is put to the vote more often until its agreement share is known to this on either
   * side (95%), and afterwards at least this share of the mean.
   */
  knownHalfWidth: 0.1,
  leastRoutingWeight: 0.01,
} as const;

export type PlenumParameters = Readonly<Record<keyof typeof plenumParameters, number>>;
