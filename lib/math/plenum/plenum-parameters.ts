import { polisParameters } from "../polis/polis-parameters";

const { maxParticipants: _, maxStatements: __, ...shared } = polisParameters;

/** The numbers of profile `plenum`, published with every result; there is no cap on size. */
export const plenumParameters = {
  ...shared,
  /**
   * Votes up to which the groups of profile `polis` are among the candidates: of approximate
   * analyses, which must be quick, and of complete ones, where they take 0.3 of 1.4 s at 650,000.
   */
  candidateVotes: 300_000,
  completeCandidateVotes: 2_000_000,
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
  /**
   * The test for groups at all (B5): groups are clear up to this p-value. Not 0.05: of 200
   * conversations without any, chance alone takes more than 5% of them past that in 4 of 10 counts.
   */
  structureLevel: 0.03,
  /** Simulations, and how many that find as much make it stop: 5 of 99 are past the level for good. */
  structureSimulations: 99,
  structureExceedances: 5,
  structureSeed: 1,
  /**
   * What it looks at: statements until participants have so many judgements each, and participants
   * within these bounds until they have so many together. With more, people who all judged the same
   * 40 statements also show how their styles differ from the model of them: at 20,000 7 of 60
   * conversations were clear where some agree to everything. Of at most so many people the votes
   * are read: those of a million would take half a second.
   */
  structurePerParticipant: 40,
  structureJudgements: 16_000,
  structureLeastParticipants: 200,
  structureMostParticipants: 2000,
  structureRead: 20_000,
  /** Agrees and disagrees that a statement needs to be looked at. */
  structureFewestEach: 2,
  /** Below these there is nothing to tell by. */
  structureFewestParticipants: 10,
  structureFewestStatements: 4,
  /** Shapes of styles are taken from agree shares within 5% to 95%: beyond, they would grow without bound. */
  structureSmallestShare: 0.05,
  /**
   * Rounds of fitting styles from a guess, and from those that were simulated. 12 from the guess
   * left 17% of 200 conversations clear whose people agree anyway with probability 0 to 0.5.
   */
  structureStyleRounds: 80,
  structureNearbyRounds: 12,
  /** Rounds of the search for camps: the leading axis, the camps on it, agreeable people as camps. */
  structureAxisRounds: 15,
  structureCampRounds: 15,
  structureMimicRounds: 8,
  /**
   * Expected square of half a distance of camps on a statement (0.15: a difference of 0.39 at an agree
   * share of one half), and on what share of the statements they are expected to differ at all.
   */
  structureSlab: 0.15,
  structureDiffering: 0.9,
  /** How sure sides are to begin with, and how far camps may differ in size: no camp dies out. */
  structureFirstSide: 0.7,
  structureLargestLean: 0.8,
} as const;

export type PlenumParameters = Readonly<Record<keyof typeof plenumParameters, number>>;
