import type { AnalysisInput } from "../analyze";
import type { CarriedCertainty } from "../certainty/certainty";
import { computeLeadingComponents } from "../components/leading-components";
import type { OpinionMap } from "../components/opinion-map";
import { projectVotes } from "../components/project-votes";
import type { PreviousAnalysis } from "../frame/previous-analysis";
import { findGroups } from "../groups/find-groups";
import { gatherPlaces } from "../groups/places";
import { listActiveRows, selectClusteredRows } from "../votes/clustered-participants";
import { countCodes } from "../votes/count-codes";
import type { PackedVotes } from "../votes/packed-votes";
import { countCodesOfPairs, type PairStatistics } from "../votes/pair-statistics";
import { orderPackedRows } from "../votes/row-order";
import { flagStatements } from "../votes/statement-flags";
import type { VoteStore } from "../votes/vote-store";
import { composePlenumAnalysis, type PlenumAnalysis } from "./compose-plenum";
import { plenumParameters } from "./plenum-parameters";
import { listPolisCandidates } from "./polis-candidates";
import { settlePlenumGroups } from "./settle-plenum-groups";

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
  const { candidateVotes, completeCandidateVotes } = plenumParameters;
  const most = request.carried ? candidateVotes : completeCandidateVotes;
  const candidates = listPolisCandidates(votes, flags.isModeratedOut, most);
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
