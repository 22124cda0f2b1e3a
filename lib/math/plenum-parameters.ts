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
  /** People drawn at most, and votes of theirs, which bounds the CPU time: 0.4 s up to that, 0.7 to 1.1 s above. */
  stabilityParticipants: 2000,
  stabilityVotes: 100_000,
  /** How groups are found in a draw: on so many cells, with so many restarts. */
  quickCells: 128,
  quickRestarts: 8,
  /**
   * Distinct positions up to which groups are found, and silhouettes measured, on them; above, on
   * the cells of a grid around everybody, with silhouettes of some hundred points that stand for
   * them, so that a candidate must be beaten by more than those may err. With 256 cells along each
   * side 100,000 people stand in 19,000 cells and take 26 ms, with 512 in 48,000 and 60 ms; the groups
   * agree (adjusted Rand index with the planted ones .684 in both).
   */
  maxDistinctPlaces: 4096,
  cellsPerSide: 256,
  summaryCells: 384,
  silhouetteMargin: 0.001,
  /** People up to whom ml-kmeans settles the groups. */
  maxLibraryParticipants: 2048,
  /** k-means++: on how many cells, how often, and how many of its ends are settled further. */
  searchCells: 128,
  searchRestarts: 24,
  searchKept: 4,
  /** Steps of k-means at most, and with more than `maxDistinctPlaces` places. */
  settlingIterations: 100,
  largeSettlingIterations: 5,
  /**
   * A statement is put to the vote more often until its agreement share is known to this on either
   * side (95%), and afterwards at least this share of the mean.
   */
  knownHalfWidth: 0.1,
  leastRoutingWeight: 0.01,
} as const;

export type PlenumParameters = Readonly<Record<keyof typeof plenumParameters, number>>;
