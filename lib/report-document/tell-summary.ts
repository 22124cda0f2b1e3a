import { percent, shareWithin } from "../results/share-text";
import { nameStability } from "../results/stability-band";
import { shareOfVoters } from "../results/tally";
import { tellCoverage } from "../results/tell-coverage";
import { nameGroup } from "./name-group";
import type { Block } from "./report-document";
import { findResult, type ReportMaterial, type VotedMaterial } from "./report-material";

/** What a minister reads first: the figures in sentences. */
export function tellSummary(material: ReportMaterial): Block[] {
  const { view, words, isClosed } = material;
  const state = isClosed ? "closed" : "open";
  if (!view) return [lead(words.report("summaryNobody", { state }))];
  const voted = { ...material, view };
  const { participants, votes, statements } = view;
  return [
    lead(words.report("summaryPeople", { participants, votes, statements: statements.length })),
    lead(tellGroups(voted)),
    ...tellShared(voted),
    ...tellDividing(voted),
  ];
}

function lead(text: string): Block {
  return { kind: "paragraph", tone: "lead", text };
}

function tellGroups({ view, words, body, isClosed }: VotedMaterial): string {
  const { groups, structure, redrawings } = view;
  if (groups.length === 0) {
    return structure.pValue === null
      ? words.report("summaryNoGroupsUntested", { state: isClosed ? "closed" : "open" })
      : words.report("summaryNoGroups");
  }
  const named = groups.map((group) => nameGroup(group, body.settings.groupNames, words));
  const stable = groups.flatMap(({ letter, stability }) => {
    if (stability === null) return [];
    const share = percent(words, stability);
    return [words.report(`stability.${nameStability(stability)}`, { letter, share })];
  });
  const count = groups.length;
  return [
    words.report("summaryGroups", { count, list: words.list(named) }),
    ...(stable.length > 0
      ? [
          words.report("summaryStability", {
            count: redrawings.ofGroups,
            list: words.list(stable),
          }),
        ]
      : []),
  ].join(" ");
}

function tellShared(material: VotedMaterial): Block[] {
  const { view, words } = material;
  const { shared, groups, coverage } = view;
  if (shared.length === 0) return [lead(words.report("summarySharedNone"))];
  const everywhere = shared.filter(({ isInEveryGroup }) => isInEveryGroup).length;
  const sentences = [
    words.report("summaryShared", { count: shared.length }),
    ...(groups.length > 0 ? [words.report("summaryEverywhere", { count: everywhere })] : []),
  ];
  return [
    lead(sentences.join(" ")),
    ...tellStrongest(material),
    ...(coverage ? [lead(tellCoverage(coverage, words))] : []),
  ];
}

function tellStrongest({ view, quotes, words }: VotedMaterial): Block[] {
  const strongest = view.shared.find(({ isInEveryGroup }) => isInEveryGroup);
  const result = strongest && findResult(view, strongest.statement);
  const quote = strongest && quotes.get(strongest.statement);
  if (!result || !quote) return [];
  const isAgreement = strongest.value === 1;
  const share = shareOfVoters(result.all, isAgreement ? "agrees" : "disagrees");
  if (share === null) return [];
  const key = isAgreement ? "summaryStrongest" : "summaryStrongestDisagree";
  return [
    lead(words.report(key, { share: shareWithin(words, share, strongest) })),
    { kind: "blockquote", quote },
  ];
}

function tellDividing({ view, words }: VotedMaterial): Block[] {
  if (view.groups.length < 2) return [];
  const points = Math.round((view.dividing[0]?.difference ?? 0) * 100);
  return [lead(words.report("summaryDividing", { count: view.dividing.length, points }))];
}
