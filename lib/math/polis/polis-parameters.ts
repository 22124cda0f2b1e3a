/** The numbers of profile `polis`, published with every result. Rule numbers are those of Pol.is. */
export const polisParameters = {
  /** Over these, votes by new people or on new statements are ignored (rule 2). */
  maxParticipants: 100_000,
  maxStatements: 10_000,
  /** Votes that put a participant into the clustering, and how many are wanted there (rule 3). */
  minVotes: 7,
  minClustered: 15,
  /** Products of the power iteration after the first; it starts from all ones (rule 4). */
  powerIterations: 100,
  /** k-means in two layers (rule 6). */
  baseClusters: 100,
  baseClusterIterations: 100,
  maxGroups: 5,
  baseClustersPerGroup: 12,
  groupIterations: 20,
  centerTolerance: 0.01,
  /** Analyses in a row that a new number of groups must win (rule 7). */
  groupCountBuffer: 4,
  /** One-sided 90% (rule 9). */
  z90: 1.2816,
  representativePerGroup: 5,
  consensusPerSide: 5,
  /** Two-sided 95%, for what goes beyond Pol.is: intervals and divisive statements. */
  z95: 1.959963984540054,
  /** Draws of the participants to see which consensus statements survive: to +-3%, in 2 ms. */
  consensusResamples: 1000,
  /** Added to what their seed is made of: 31 votes for the side + 17 votes + participants. */
  consensusSeed: 0,
} as const;
