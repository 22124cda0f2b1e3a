import { readReferenceConversation } from "@/lib/math/testing/reference-conversation";
import { simulateVotes } from "@/lib/math/testing/simulated-votes";
import { unpackVotes } from "@/lib/math/votes/packed-votes";
import type { VoteMatrix } from "@/lib/math/votes/vote-matrix";
import { listVotes } from "@/lib/math/votes/vote-stream";
import { referenceDir } from "@/server/testing/reference";
import type { PlainConversation } from "./runs";

/** Made-up conversations of several shapes, and a real one where there are any. */
export function listConversations(): { name: string; conversation: PlainConversation }[] {
  const sizes = [
    { participants: 60, statements: 20, votesPerParticipant: 8, groups: 2, seed: 1 },
    { participants: 400, statements: 60, votesPerParticipant: 25, groups: 4, seed: 2 },
    { participants: 12, statements: 300, votesPerParticipant: 40, groups: 2, seed: 3 },
    { participants: 1_200, statements: 150, votesPerParticipant: 30, groups: 3, seed: 4 },
  ];
  const simulated = sizes.map((size) => ({
    name: `${size.participants} x ${size.statements}`,
    conversation: toPlain(unpackVotes(simulateVotes(size).votes), new Set([size.seed, 7])),
  }));
  const dir = referenceDir();
  if (dir === null) return simulated;
  const { votes, reference } = readReferenceConversation(dir, "vtaiwan.uberx");
  return [
    ...simulated,
    { name: "vtaiwan.uberx", conversation: toPlain(votes, new Set(reference.modOut)) },
  ];
}

function toPlain(matrix: VoteMatrix, rejected: ReadonlySet<number>): PlainConversation {
  return {
    votes: listVotes(matrix),
    statements: Array.from(matrix.statements, (id) => ({
      id,
      moderation: rejected.has(id) ? "rejected" : "accepted",
      isMetadata: false,
    })),
  };
}
