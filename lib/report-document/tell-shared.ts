import type { SharedStatement } from "../results/results-view";
import { percent, shareWithin } from "../results/share-text";
import { shareOfVoters } from "../results/tally";
import { tellCoverage } from "../results/tell-coverage";
import { describeCrowds } from "./figures";
import type { Block, QuoteItem } from "./report-document";
import { findResult, toItem, type VotedMaterial } from "./report-material";

/** What everybody shares; apart from it, what most people think but not a majority in every group. */
export function tellCommonGround(material: VotedMaterial): Block[] {
  const { view, words } = material;
  const t = words.results;
  const everywhere = view.shared.filter(({ isInEveryGroup }) => isInEveryGroup);
  const mostly = view.shared.filter(({ isInEveryGroup }) => !isInEveryGroup);
  const none = t(view.groups.length === 0 ? "sharedNoneAlone" : "sharedNone");
  const isCovered = view.shared.length > 0 && view.coverage !== null;
  return [
    everywhere.length === 0
      ? { kind: "paragraph", tone: "muted", text: none }
      : { kind: "quotes", items: everywhere.flatMap((shared) => tellShared(shared, material)) },
    ...(mostly.length === 0
      ? []
      : ([
          { kind: "heading", text: t("mostlyTitle"), letter: null },
          { kind: "paragraph", tone: "muted", text: t("mostlyLead") },
          { kind: "quotes", items: mostly.flatMap((shared) => tellShared(shared, material)) },
        ] satisfies Block[])),
    ...(isCovered && view.coverage
      ? ([
          { kind: "paragraph", tone: "plain", text: tellCoverage(view.coverage, words) },
        ] satisfies Block[])
      : []),
  ];
}

function tellShared(
  { statement, value, low, high, survival }: SharedStatement,
  { view, quotes, words }: VotedMaterial,
): QuoteItem[] {
  const t = words.results;
  const result = findResult(view, statement);
  const isAgreement = value === 1;
  const share = result ? shareOfVoters(result.all, isAgreement ? "agrees" : "disagrees") : null;
  const sides =
    share === null
      ? []
      : [
          `${isAgreement ? "✓" : "✕"} ${t(isAgreement ? "sharedAgree" : "sharedDisagree", {
            share: shareWithin(words, share, { low, high }),
          })}`,
        ];
  const certain = [
    ...(low <= 0.5 ? [t("narrow")] : []),
    ...(survival === null ? [] : [t("survival", { share: percent(words, survival) })]),
  ];
  return toItem(quotes, statement, {
    lines: [
      ...sides.map((text) => ({ tone: isAgreement ? "agree" : "disagree", text }) as const),
      ...(certain.length > 0 ? [{ tone: "muted", text: certain.join(" · ") } as const] : []),
    ],
    crowds: result ? describeCrowds(result, words) : [],
  });
}
