/** What came of a conversation, in numbers of statements. */
export interface Outcome {
  /** Those that are common ground. */
  common: number;
  /** Those that an answer is owed to, or was given to. */
  owed: number;
  answered: number;
  /** Without an answer although the time that was promised is over. */
  overdue: number;
  /** Those that something was done about to the end. */
  actedOn: number;
  /** Whether answers were promised before voting began. */
  promised: boolean;
}
