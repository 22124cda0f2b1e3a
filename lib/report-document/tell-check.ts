import type { Address, Block } from "./report-document";
import type { ReportMaterial } from "./report-material";
import { sectionTitles } from "./section-titles";

/** Name in the export, name in the texts, and whether it holds single votes. */
const files = [
  { name: "summary.csv", label: "fileSummary", hasRows: false },
  { name: "comments.csv", label: "fileComments", hasRows: false },
  { name: "comment-groups.csv", label: "fileStats", hasRows: false },
  { name: "votes.csv", label: "fileVotes", hasRows: true },
  { name: "participant-votes.csv", label: "fileMatrix", hasRows: true },
  { name: "format.json", label: "fileFormat", hasRows: false },
] as const;

/** What anybody needs to recompute the report; addresses are written out, for paper. */
export function tellCheck(material: ReportMaterial): Block[] {
  const { view, release, words, body, publicUrl } = material;
  const t = words.report;
  const { slug, settings } = body.conversation;
  const hasPublicVotes = settings.publicVotes;
  const path = encodeURIComponent(slug);
  const api = `${publicUrl}/api/v1/conversations/${path}`;
  const named = [
    ...(view ? [{ name: t("algorithm"), text: t("algorithmValue", view.algorithm) }] : []),
    ...(release ? [{ name: t("voteList"), text: release.voteListSha256 }] : []),
  ];
  const links = [
    { name: t("pageLink"), url: `${publicUrl}/c/${path}` },
    ...(view ? [{ name: t("analysisFile"), url: `${api}/analyses/${view.version}` }] : []),
    ...(release
      ? [
          { name: t("fileAll"), url: `${api}/export/export.zip?version=${release.number}` },
          { name: words.verify("title"), url: `${publicUrl}/verify` },
        ]
      : []),
    ...files
      .filter(({ hasRows }) => hasPublicVotes || !hasRows)
      .map(({ name, label }) => ({ name: t(label), url: `${api}/export/${name}` })),
  ];
  const toAddress = (name: string, text: string, url: string | null): Address => ({
    name,
    words: { text, language: null, direction: "ltr" },
    url,
  });
  const addresses = [
    ...named.map(({ name, text }) => toAddress(name, text, null)),
    ...links.map(({ name, url }) => toAddress(name, url, url)),
  ];
  return [
    { kind: "paragraph", tone: "plain", text: t("checkText") },
    { kind: "addresses", addresses },
    ...(hasPublicVotes ? [] : [muted(t("filesPrivate"))]),
    ...tellLeftOut(material),
  ];
}

/** What is not told is at least named. */
function tellLeftOut({ body, words }: ReportMaterial): Block[] {
  const { hiddenSections } = body.settings;
  if (hiddenSections.length === 0) return [];
  const titles = sectionTitles(words);
  const list = words.list(hiddenSections.map((id) => titles[id]));
  return [{ kind: "paragraph", tone: "plain", text: words.report("leftOut", { list }) }];
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
