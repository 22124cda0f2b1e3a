import { polisParameters } from "./polis-parameters";

const { maxParticipants: _, maxStatements: __, ...shared } = polisParameters;

/** The numbers of profile `plenum`, published with every result; there is no cap on size. */
export const plenumParameters = {
  ...shared,
} as const;

export type PlenumParameters = typeof plenumParameters;
