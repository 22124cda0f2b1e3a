/** What came of a conversation, in numbers of statements. */
export interface Outcome {
  /** Common ground. */
  common: number;
  /** Those that are to be answered, or are: common ground, pinned, or answered once. */
  owed: number;
  answered: number;
  /** Not answered, and due. */
  overdue: number;
  /** What was promised is done. */
  actedOn: number;
  /** Whether answers were promised before voting began. */
  promised: boolean;
}
