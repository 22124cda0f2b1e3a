import type { OwnVote } from "@/lib/schemas/participation";
import type { Ballot } from "../statements/ballots";
import { type Reader, translateNext } from "./translate-next";

/** Own votes with what they are on in the reader's language, as far as it is known. */
export function translateVotes(
  ballot: Pick<Ballot, "conversation" | "translations">,
  votes: OwnVote[],
  reader: Reader,
): OwnVote[] {
  const originals = votes.flatMap(({ statement: id, text, language }) =>
    text === null ? [] : [{ id, text, language, isSeed: false }],
  );
  const translations = new Map(
    translateNext(ballot, originals, reader).map(({ id, translation }) => [id, translation]),
  );
  return votes.map((vote) => {
    const translation = translations.get(vote.statement);
    return translation ? { ...vote, translation } : vote;
  });
}
