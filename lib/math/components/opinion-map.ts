import type { VoteMatrix } from "../votes/vote-matrix";
import { type CenteredVotes, centerVotes } from "./centered-votes";
import { computePrincipalComponents, type PrincipalComponents } from "./principal-components";
import { projectRows } from "./projection";

/** Where everybody stands. */
export interface OpinionMap {
  /** Mean vote of each column. */
  center: CenteredVotes["center"];
  components: PrincipalComponents;
  /** Core x and y of each row in turn. */
  points: Float64Array;
}

/**
 * Centers the votes, finds the two directions of most variance, and places every participant.
 * @see MATH.md A4 and A5
 */
export function computeOpinionMap(
  votes: VoteMatrix,
  rowOrder: Int32Array,
  isModeratedOut: Uint8Array,
  powerIterations: number,
  start?: PrincipalComponents["loadings"],
): OpinionMap {
  const centered = centerVotes(votes, rowOrder, isModeratedOut);
  const components = computePrincipalComponents(centered, powerIterations, start);
  return { center: centered.center, components, points: projectRows(centered, components) };
}
