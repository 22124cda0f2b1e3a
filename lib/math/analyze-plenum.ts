import type { AnalysisInput } from "./analyze";
import type { CarriedCertainty } from "./certainty";
import { listActiveRows, selectClusteredRows } from "./clustered-participants";
import { composePlenumAnalysis, type PlenumAnalysis } from "./compose-plenum";
import { countCodes } from "./count-codes";
import { findGroups } from "./find-groups";
import { computeLeadingComponents } from "./leading-components";
import type { OpinionMap } from "./opinion-map";
import type { PackedVotes } from "./packed-votes";
import { countCodesOfPairs, type PairStatistics } from "./pair-statistics";
import { gatherPlaces } from "./places";
import { plenumParameters } from "./plenum-parameters";
import { listPolisCandidates } from "./polis-candidates";
import type { PreviousAnalysis } from "./previous-analysis";
import { projectVotes } from "./project-votes";
import { orderPackedRows } from "./row-order";
import { settlePlenumGroups } from "./settle-plenum-groups";
import { flagStatements } from "./statement-flags";
import type { VoteStore } from "./vote-store";

/** What an engine is asked. */
export interface PlenumRequest extends Pick<AnalysisInput, "statements" | "groups"> {
  /** What keeps the frame still. */
  previous?: PreviousAnalysis;
  /** The certainty of an earlier analysis, taken over instead of computed. */
  carried?: CarriedCertainty;
}

/**
 * An analysis by profile `plenum`.
 * @see MATH.md part B
 */
export function computePlenumAnalysis(store: VoteStore, request: PlenumRequest): PlenumAnalysis {
  const votes = store.read();
  const pairs = store.readPairs();
  const totals = pairs ? countCodesOfPairs(pairs) : countCodes(votes);
  const flags = flagStatements(votes.statements, request.statements);
  const map = placeEverybody(votes, pairs, flags.isModeratedOut);
  const clusteredRows = selectRows(votes);
  const places = gatherPlaces(map.points, clusteredRows, plenumParameters);
  const candidates = listPolisCandidates(votes, flags.isModeratedOut, plenumParameters);
  const choices = findGroups({ places, candidates }, plenumParameters);
  const settled = settlePlenumGroups(votes, flags.isModeratedOut, choices, request);
  return composePlenumAnalysis(
    {
      votes,
      totals,
      listed: request.statements,
      flags,
      map,
      clusteredRows,
      places,
      choices,
      settled,
    },
    request,
  );
}

function placeEverybody(
  votes: PackedVotes,
  pairs: PairStatistics | null,
  isModeratedOut: Uint8Array,
): OpinionMap {
  const found = computeLeadingComponents(votes, pairs, isModeratedOut);
  return { ...found, points: projectVotes(votes, found, isModeratedOut) };
}

/** Those profile `polis` clusters; the order of rows is looked up only where it decides. */
function selectRows(votes: PackedVotes): Int32Array {
  const active = listActiveRows(votes, plenumParameters);
  if (active.length >= plenumParameters.minClustered) return active;
  return selectClusteredRows(votes, orderPackedRows(votes), plenumParameters);
}
