import type { Twins } from "./make-twins";
import type { Viewer } from "./viewers";

/** Those who wrote a statement are told how it was voted on. */
export function ofOwnStatements({ ownVotes }: Viewer): boolean {
  return ownVotes > 0;
}

/** A live session is on while voting is, with a statement that one crowd shares and the other does not. */
export function onStage(_: Viewer, { state }: Twins): boolean {
  return state === "open";
}

/** Without a session the other layouts begin with a statement on which both crowds are divided. */
export function onAir(layout: string) {
  return (_: Viewer, { state }: Twins) => layout === "map" || layout === "full" || state === "open";
}
