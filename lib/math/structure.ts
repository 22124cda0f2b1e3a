import type { PublicAnalysis } from "../schemas/analysis";
import type { PackedVotes } from "./packed-votes";
import type { PlenumParameters } from "./plenum-parameters";

/** Not tested yet: says that there is structure. */
export function testStructure(
  _votes: PackedVotes,
  _isModeratedOut: Uint8Array,
  _rule: PlenumParameters,
): PublicAnalysis["structure"] {
  return { clear: true, pValue: null, method: "none" };
}
