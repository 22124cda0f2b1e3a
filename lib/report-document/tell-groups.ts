import type { GroupPanel, StandpointStatement } from "../results/results-view";
import { percent, shareWithin } from "../results/share-text";
import { describeSize } from "../results/size-text";
import { nameStability } from "../results/stability-band";
import { shareOfVoters } from "../results/tally";
import { describeTally } from "./figures";
import type { Block, QuoteItem } from "./report-document";
import { toItem, type VotedMaterial } from "./report-material";

/** Group by group, what sets it apart; or why there are none. */
export function tellGroups(material: VotedMaterial): Block[] {
  const { view, words, isClosed } = material;
  if (view.groups.length > 0) return view.groups.flatMap((group) => tellGroup(group, material));
  const state = isClosed ? "closed" : "open";
  const reason =
    view.structure.pValue === null
      ? words.results("noGroupsUntested", { state })
      : words.results("noGroupsTested");
  return [
    { kind: "paragraph", tone: "lead", text: words.results("noGroupsTitle", { state }) },
    { kind: "paragraph", tone: "plain", text: reason },
  ];
}

function tellGroup(group: GroupPanel, material: VotedMaterial): Block[] {
  const { words, body, view } = material;
  const t = words.results;
  const { letter, size, share, stability } = group;
  const name = body.settings.groupNames[letter];
  const facts = [
    [
      describeSize(size, words),
      ...(share === null ? [] : [t("shareOfGrouped", { share: percent(words, share) })]),
    ].join(" · "),
    ...(stability === null
      ? []
      : [
          t("stabilityOf", {
            band: t(`stability.${nameStability(stability)}`),
            count: view.redrawings.ofGroups,
            share: percent(words, stability),
          }),
        ]),
  ];
  return [
    { kind: "heading", text: t("group", { letter }), letter },
    ...(name ? [muted(words.report("namedBy", { name }))] : []),
    ...facts.map(muted),
    group.standsFor.length === 0
      ? muted(t("groupNothing"))
      : {
          kind: "quotes",
          items: group.standsFor.flatMap((standpoint) =>
            tellStandpoint(standpoint, letter, material),
          ),
        },
  ];
}

function muted(text: string): Block {
  return { kind: "paragraph", tone: "muted", text };
}

function tellStandpoint(
  { statement, value, group, others, low, high }: StandpointStatement,
  letter: string,
  { quotes, words }: VotedMaterial,
): QuoteItem[] {
  const t = words.results;
  const isAgreement = value === 1;
  const kind = isAgreement ? "agrees" : "disagrees";
  const own = shareOfVoters(group, kind);
  const theirs = shareOfVoters(others, kind);
  const side =
    own === null
      ? t("tooFew")
      : t(isAgreement ? "groupAgrees" : "groupDisagrees", {
          share: shareWithin(words, own, { low, high }),
          letter,
        });
  const rest =
    theirs === null
      ? []
      : [t(isAgreement ? "othersAgree" : "othersDisagree", { share: percent(words, theirs) })];
  return toItem(quotes, statement, {
    lines: [
      { tone: isAgreement ? "agree" : "disagree", text: `${isAgreement ? "✓" : "✕"} ${side}` },
      ...rest.map((text) => ({ tone: "muted", text }) as const),
    ],
    crowds: [
      {
        name: t("group", { letter }),
        letter,
        figures: describeTally(group, "voters", words),
      },
      ...(theirs === null
        ? []
        : [
            {
              name: words.pdf("others"),
              letter: null,
              figures: describeTally(others, "voters", words),
            },
          ]),
    ],
  });
}
