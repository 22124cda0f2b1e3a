import type { ReportMaterial } from "./report-material";

/** Name in the export, name in the texts, and whether it holds single votes. */
const files = [
  { name: "summary.csv", label: "fileSummary", hasRows: false },
  { name: "comments.csv", label: "fileComments", hasRows: false },
  { name: "comment-groups.csv", label: "fileStats", hasRows: false },
  { name: "votes.csv", label: "fileVotes", hasRows: true },
  { name: "participant-votes.csv", label: "fileMatrix", hasRows: true },
  { name: "format.json", label: "fileFormat", hasRows: false },
] as const;

/** The same of a published version: what it froze. */
const frozenFiles = [
  { name: "export.zip", label: "fileAll", hasRows: false },
  { name: "analysis.json", label: "analysisFile", hasRows: false },
  { name: "votes-canonical.csv", label: "fileVotes", hasRows: true },
  { name: "statements.xlsx", label: "fileTable", hasRows: false },
] as const;

/** Facts to compare with, and where the figures and what they were made from are had. */
export interface CheckAddresses {
  facts: { name: string; text: string }[];
  links: { name: string; url: string }[];
}

type Told = Pick<ReportMaterial, "view" | "words" | "publicUrl"> & {
  body: Pick<ReportMaterial["body"], "conversation">;
  release: Pick<NonNullable<ReportMaterial["release"]>, "number" | "voteListSha256"> | null;
};

/** What anybody needs to recompute a report; files with single votes only where they are public. */
export function listCheckAddresses(material: Told): CheckAddresses {
  const { view, release, words, body, publicUrl } = material;
  const t = words.report;
  const { slug, settings } = body.conversation;
  const path = encodeURIComponent(slug);
  const version = release ? `?version=${release.number}` : "";
  const api = `${publicUrl}/api/v1/conversations/${path}`;
  return {
    facts: [
      ...(view ? [{ name: t("algorithm"), text: t("algorithmValue", view.algorithm) }] : []),
      ...(release ? [{ name: t("voteList"), text: release.voteListSha256 }] : []),
    ],
    links: [
      { name: t("pageLink"), url: `${publicUrl}/c/${path}` },
      ...(view && !release
        ? [{ name: t("analysisFile"), url: `${api}/analyses/${view.version}` }]
        : []),
      ...(release ? frozenFiles : files)
        .filter(({ hasRows }) => settings.publicVotes || !hasRows)
        .map(({ name, label }) => ({ name: t(label), url: `${api}/export/${name}${version}` })),
      ...(release ? [{ name: words.verify("title"), url: `${publicUrl}/verify` }] : []),
    ],
  };
}
