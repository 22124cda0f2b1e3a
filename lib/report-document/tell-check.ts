import { type CheckAddresses, listCheckAddresses } from "./check-addresses";
import type { Address, Block } from "./report-document";
import type { ReportMaterial } from "./report-material";
import { sectionTitles } from "./section-titles";

/** What anybody needs to recompute the report; addresses are written out, for paper. */
export function tellCheck(material: ReportMaterial): Block[] {
  const { words, body } = material;
  const t = words.report;
  const leftOut = describeLeftOut(material);
  return [
    {
      kind: "paragraph",
      tone: "plain",
      text: t(material.release ? "checkTextPublished" : "checkText"),
    },
    { kind: "addresses", addresses: toAddresses(listCheckAddresses(material)) },
    ...(body.conversation.settings.publicVotes ? [] : [muted(t("filesPrivate"))]),
    ...(leftOut === null ? [] : [{ kind: "paragraph", tone: "plain", text: leftOut } as const]),
  ];
}

function toAddresses({ facts, links }: CheckAddresses): Address[] {
  const toAddress = (name: string, text: string, url: string | null): Address => ({
    name,
    words: { text, language: null, direction: "ltr" },
    url,
  });
  return [
    ...facts.map(({ name, text }) => toAddress(name, text, null)),
    ...links.map(({ name, url }) => toAddress(name, url, url)),
  ];
}

/** What is not told is at least named; null when nothing was left out. */
export function describeLeftOut({
  body,
  words,
}: Pick<ReportMaterial, "words"> & { body: Pick<ReportMaterial["body"], "settings"> }):
  | string
  | null {
  const { hiddenSections } = body.settings;
  if (hiddenSections.length === 0) return null;
  const titles = sectionTitles(words);
  return words.report("leftOut", { list: words.list(hiddenSections.map((id) => titles[id])) });
}

/** What was not published: how many and why, never what. */
export function tellRejected({ body, words }: ReportMaterial): Block[] {
  const t = words.report;
  const total = body.rejected.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [{ kind: "paragraph", tone: "plain", text: t("rejectedNone") }];
  const rows = body.rejected.map(({ reason, count }) => [
    reason ? t(`reasons.${reason}`) : t("noReason"),
    words.number(count),
  ]);
  return [
    { kind: "paragraph", tone: "plain", text: t("rejectedLead", { count: total }) },
    { kind: "table", heads: [t("reason"), t("count")], rows },
    muted(t("rejectedWeight")),
  ];
}

function muted(text: string): Block {
  return { kind: "paragraph", tone: "muted", text };
}
