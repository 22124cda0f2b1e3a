import { smallestCrowd } from "../results/tally";
import type { TextBlock } from "./report-document";
import type { ReportMaterial } from "./report-material";

/** How the figures come about and what they cannot say. */
export function tellMethod(material: Pick<ReportMaterial, "view" | "words">): TextBlock[] {
  const { view, words } = material;
  return [
    ...[
      words.report("method1"),
      words.report("method2"),
      words.report("method3", { profile: view?.algorithm.profile ?? "plenum" }),
      words.report("method4"),
      ...tellStructure(material),
      words.report("method5", { count: smallestCrowd }),
    ].map(paragraph),
    { kind: "heading", text: words.report("limitsTitle"), letter: null },
    paragraph(words.report("selfSelected")),
    paragraph(words.report("limits")),
  ];
}

function paragraph(text: string): TextBlock {
  return { kind: "paragraph", tone: "plain", text };
}

/** Whether there are groups at all is judged, not assumed. */
function tellStructure({ view, words }: Pick<ReportMaterial, "view" | "words">): string[] {
  if (!view || view.structure.pValue === null) return [];
  const { isClear, pValue } = view.structure;
  const p = words.number(pValue, { maximumSignificantDigits: 2 });
  return [words.report("methodStructure", { p, clear: String(isClear) })];
}
