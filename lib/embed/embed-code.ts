import { type EmbedOptions, embedQueryOf, showsPart } from "./embed-options";

interface Embed {
  publicUrl: string;
  slug: string;
  title: string;
  options: EmbedOptions;
  /** Null: the reader's. */
  lang: string | null;
}

/**
 * As much as the vote takes in most places, narrow ones too: what stands below does not move when it
 * fills. Results in words are taller than any screen: what stands below is then out of sight.
 */
function placeOf({ view, parts }: EmbedOptions): string {
  const isLong =
    view !== "vote" && (showsPart({ parts }, "words") || showsPart({ parts }, "statements"));
  return `display:block;min-height:max(920px,1940px - 200vw${isLong ? ",100vh" : ""})`;
}

/** The two lines for a page that may load our script: the frame takes its height and tells of events. */
export function scriptCode({ publicUrl, slug, title, options, lang }: Embed): string {
  const attributes = [["slug", slug], ...queryOf(options, lang)].map(
    ([name, value]) => ` ${name}="${escapeHtml(value ?? "")}"`,
  );
  const link = `<a href="${escapeHtml(`${publicUrl}/c/${slug}`)}">${escapeHtml(title)}</a>`;
  return `<plenum-conversation${attributes.join("")} style="${placeOf(options)}">${link}</plenum-conversation>
<script async src="${escapeHtml(publicUrl)}/embed.js"></script>`;
}

/** For pages that take no script of others; the height stays as it is written. */
export function frameCode(embed: Embed): string {
  const name = escapeHtml(embed.title);
  return `<iframe src="${escapeHtml(embedAddress(embed))}" title="${name}" width="100%" height="920" style="border: 0" loading="lazy"></iframe>`;
}

export function embedAddress({ publicUrl, slug, options, lang }: Omit<Embed, "title">): string {
  const query = String(queryOf(options, lang));
  return `${publicUrl}/embed/${encodeURIComponent(slug)}${query && `?${query}`}`;
}

function queryOf(options: EmbedOptions, lang: string | null): URLSearchParams {
  const query = embedQueryOf(options);
  if (lang !== null) query.set("lang", lang);
  return query;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
