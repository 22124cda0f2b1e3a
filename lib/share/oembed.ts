import { escapeXml } from "../format/escape-xml";

/** An answer as oEmbed 1.0 has it (oembed.com, sections 2.3.4.4 and 2.3.4.3); sizes in px. */
export interface OembedAnswer {
  version: "1.0";
  /** `link` where no site may show the conversation in a frame. */
  type: "rich" | "link";
  title: string;
  author_name?: string;
  provider_name: string;
  provider_url: string;
  /** In seconds. */
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  html?: string;
  width?: number;
  height?: number;
}

/** The same as XML, every value a text. */
export function formatOembedXml(answer: OembedAnswer): string {
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("")}</oembed>\n`;
}

/** px; what a statement with its three buttons needs without scrolling on a phone and on a page */
const frameSize = { width: 640, height: 640 };

/** How large a frame may be where somebody has only so much room; null: as much as it likes. */
export function fitFrame(room: { width: number | null; height: number | null }) {
  return {
    width: Math.min(frameSize.width, room.width ?? frameSize.width),
    height: Math.min(frameSize.height, room.height ?? frameSize.height),
  };
}

/** The frame as HTML that is XML as well. */
export function formatFrame(frame: {
  src: string;
  title: string;
  width: number;
  height: number;
}): string {
  const { src, title, width, height } = frame;
  return `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}
