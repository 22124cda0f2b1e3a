import { escapeXml } from "../format/escape-xml";

/** A feed as RFC 4287 has it; times are ISO 8601. */
export interface AtomFeed {
  /** An IRI that never changes, and so has each entry. */
  id: string;
  title: string;
  /** BCP 47, of the words of the interface. */
  language: string;
  updatedAt: string;
  author: string;
  /** Its own address. */
  selfUrl: string;
  /** The page that tells the same. */
  pageUrl: string;
  entries: AtomEntry[];
}

export interface AtomEntry {
  id: string;
  title: string;
  updatedAt: string;
  author: string;
  pageUrl: string;
  paragraphs: AtomParagraph[];
}

export interface AtomParagraph {
  text: string;
  /** BCP 47; null where it is not known, or that of the feed. */
  language: string | null;
}

/** Writes a feed; every text in it is a text, whatever it looks like. */
export function formatAtom(feed: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
${element("id", feed.id)}
${element("title", feed.title)}
${element("updated", feed.updatedAt)}
<author>${element("name", feed.author)}</author>
${link("self", "application/atom+xml", feed.selfUrl)}
${link("alternate", "text/html", feed.pageUrl)}
<generator>Plenum</generator>
${feed.entries.map(formatEntry).join("")}</feed>
`;
}

function formatEntry(entry: AtomEntry): string {
  return `<entry>
${element("id", entry.id)}
${element("title", entry.title)}
${element("published", entry.updatedAt)}
${element("updated", entry.updatedAt)}
<author>${element("name", entry.author)}</author>
${link("alternate", "text/html", entry.pageUrl)}
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.paragraphs.map(formatParagraph).join("")}</div></content>
</entry>
`;
}

function formatParagraph({ text, language }: AtomParagraph): string {
  const tag = language === null ? "" : ` xml:lang="${escapeXml(language)}"`;
  const lines = text.split("\n").map(escapeXml).join("<br/>");
  return `<p dir="auto"${tag}>${lines}</p>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, type: string, href: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
}
