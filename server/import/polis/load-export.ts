import { missingText } from "./read-comments";
import { readPolisExport } from "./read-export";
import type { Repair } from "./repair-log";
import { VoteHistory } from "./vote-history";

export interface LoadedStatement {
  id: number;
  text: string;
  authorId: number | null;
  moderation: "pending" | "accepted" | "rejected";
  isMetadata: boolean;
  isSeed: boolean;
}

/** One vote a position: the last one of a participant on a statement. */
export interface CurrentVotes {
  participant: Int32Array;
  statement: Int32Array;
  /** agree +1, pass 0, disagree -1 */
  value: Int8Array;
}

export interface LoadedExport {
  topic: string;
  description: string;
  /** Voted on or not, ids ascending; those missing from comments.csv are pending. */
  statements: LoadedStatement[];
  /** By participant, then statement, ids ascending. */
  votes: CurrentVotes;
  /** Pol.is's own groups, by participant. */
  publishedGroups: Map<number, number>;
  repairs: Repair[];
}

/**
 * Reads a whole Pol.is export folder into memory: 18 bytes a vote.
 * @param notice hears what was left out
 * @throws ImportError naming file, line and reason
 */
export async function loadPolisExport(
  dir: string,
  notice?: (message: string) => void,
): Promise<LoadedExport> {
  const reading = await readPolisExport(dir, notice);
  const statements = new Map<number, LoadedStatement>();
  for await (const batch of reading.readStatements()) {
    for (const { atMs: _at, line: _line, ...statement } of batch) {
      statements.set(statement.id, statement);
    }
  }
  const publishedGroups = new Map<number, number>();
  for await (const batch of reading.readParticipants()) {
    for (const { id, groupId } of batch) if (groupId !== null) publishedGroups.set(id, groupId);
  }
  const history = new VoteHistory();
  for await (const batch of reading.readVotes()) for (const vote of batch) history.add(vote);
  const votes = history.toCurrentVotes();
  for (const id of votes.statement) {
    if (!statements.has(id)) statements.set(id, unknownStatement(id));
  }
  return {
    topic: reading.topic,
    description: reading.description,
    statements: [...statements.values()].sort((a, b) => a.id - b.id),
    votes,
    publishedGroups,
    repairs: reading.finish(),
  };
}

function unknownStatement(id: number): LoadedStatement {
  return {
    id,
    text: missingText(id),
    authorId: null,
    moderation: "pending",
    isMetadata: false,
    isSeed: false,
  };
}
