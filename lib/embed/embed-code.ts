import { type EmbedOptions, embedQueryOf } from "./embed-options";

interface Embed {
  publicUrl: string;
  slug: string;
  title: string;
  options: EmbedOptions;
  /** Null: the reader's. */
  lang: string | null;
}

/** As much as the vote takes on most pages: what stands below does not move when it fills. */
const place = "display:block;min-height:840px";

/** The two lines for a page that may load our script: the frame takes its height and tells of events. */
export function scriptCode({ publicUrl, slug, title, options, lang }: Embed): string {
  const attributes = [["slug", slug], ...queryOf(options, lang)].map(
    ([name, value]) => ` ${name}="${escapeHtml(value ?? "")}"`,
  );
  const link = `<a href="${escapeHtml(`${publicUrl}/c/${slug}`)}">${escapeHtml(title)}</a>`;
  return `<plenum-conversation${attributes.join("")} style="${place}">${link}</plenum-conversation>
<script async src="${escapeHtml(publicUrl)}/embed.js"></script>`;
}

/** For pages that take no script of others; the height stays as it is written. */
export function frameCode(embed: Embed): string {
  const name = escapeHtml(embed.title);
  return `<iframe src="${escapeHtml(embedAddress(embed))}" title="${name}" width="100%" height="840" style="border: 0" loading="lazy"></iframe>`;
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
