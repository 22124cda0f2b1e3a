import { polisParameters } from "./polis-parameters";

const { maxParticipants: _, maxStatements: __, ...shared } = polisParameters;

/** The numbers of profile `plenum`, published with every result; there is no cap on size. */
export const plenumParameters = {
  ...shared,
  /** Draws of the participants to see whether the same groups come out (B4), and their seed. */
  stabilityResamples: 50,
  stabilitySeed: 1,
  /** People drawn at most, which bounds the time. */
  stabilityParticipants: 2000,
} as const;

export type PlenumParameters = Readonly<Record<keyof typeof plenumParameters, number>>;
