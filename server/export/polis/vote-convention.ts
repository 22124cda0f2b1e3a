export const FORMAT_ID = "polis-export/1";

/** What the vote values of every file mean, as Pol.is declares it. */
export const VOTE_CONVENTION = `agree=+1;disagree=-1;pass=0;format=${FORMAT_ID}`;
