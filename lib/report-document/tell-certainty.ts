import { percent } from "../results/share-text";
import { stabilityThresholds } from "../results/stability-band";
import type { TextBlock } from "./report-document";
import type { VotedMaterial } from "./report-material";

type Redrawn = Pick<VotedMaterial, "view" | "words">;

/** How sure the results are, in figures: what redrawing gave. Nothing when none was made. */
export function tellCertainty(material: Redrawn): TextBlock[] {
  const { view, words } = material;
  const { ofShared, ofGroups, areEarlier } = view.redrawings;
  if (ofShared + ofGroups === 0) return [];
  return [
    ...(ofShared > 0 ? [words.report("methodShared", { count: ofShared })] : []),
    ...(ofGroups > 0 && view.groups.length > 0 ? [tellRedrawnGroups(material)] : []),
    ...(areEarlier ? [words.report("certaintyEarlier")] : []),
  ].map((text) => ({ kind: "paragraph", tone: "plain", text }));
}

function tellRedrawnGroups({ view, words }: Redrawn): string {
  const { ofGroups, participants, sameGroupCount, meanAgreement, areCarriedOn } = view.redrawings;
  const { firm, stable, blurred } = stabilityThresholds;
  const twoPlaces = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return [
    words.report("methodGroups", { count: ofGroups, people: participants }),
    // Not all are drawn where that would take long: what is found of some is carried on to all.
    ...(areCarriedOn ? [words.report("methodCarried")] : []),
    words.report("methodAgreement", {
      index: words.number(meanAgreement ?? 0, twoPlaces),
      same: words.number(sameGroupCount),
      count: ofGroups,
    }),
    words.report("methodBands", {
      firm: percent(words, firm),
      stable: percent(words, stable),
      blurred: percent(words, blurred),
    }),
  ].join(" ");
}
