import type { XmlElement } from "./read-xml";

const atom = "http://www.w3.org/2005/Atom";
const xhtml = "http://www.w3.org/1999/xhtml";
const once = ["id", "title", "updated"];
const atMostOnce = ["generator", "icon", "logo", "rights", "subtitle", "published", "summary"];
const known = new Set([...once, ...atMostOnce, "author", "category", "contributor", "link"]);
/** RFC 3339, as RFC 4287 narrows it. */
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with a feed by RFC 4287; empty when nothing is. */
export function findAtomFaults(feed: XmlElement): string[] {
  const entries = feed.children.filter(({ name }) => name === "entry");
  const ids = entries.map((entry) => childText(entry, "id"));
  const firstEntry = feed.children.findIndex(({ name }) => name === "entry");
  const afterwards = firstEntry < 0 ? [] : feed.children.slice(firstEntry);
  return [
    ...(feed.name === "feed" && feed.attributes.xmlns === atom ? [] : ["not an Atom feed"]),
    ...findCommonFaults(feed, "feed"),
    ...entries.flatMap((entry, index) => findEntryFaults(entry, feed, `entry ${index}`)),
    ...(new Set(ids).size === ids.length ? [] : ["an id comes twice"]),
    ...(afterwards.every(({ name }) => name === "entry")
      ? []
      : ["facts of the feed after entries"]),
  ];
}

function findEntryFaults(entry: XmlElement, feed: XmlElement, where: string): string[] {
  const contents = entry.children.filter(({ name }) => name === "content");
  const hasAuthor = [entry, feed].some(({ children }) =>
    children.some(({ name }) => name === "author"),
  );
  const alternates = linksOf(entry).filter(({ rel }) => (rel ?? "alternate") === "alternate");
  return [
    ...findCommonFaults(entry, where),
    ...(hasAuthor ? [] : [`${where} has no author`]),
    ...(contents.length > 1 ? [`${where} has two contents`] : []),
    ...(contents.length + alternates.length === 0 ? [`${where} has nothing to read`] : []),
    ...contents.flatMap((content) => findContentFaults(content, where)),
  ];
}

function findCommonFaults(element: XmlElement, where: string): string[] {
  const { children } = element;
  const count = (name: string) => children.filter((child) => child.name === name).length;
  const links = linksOf(element).map(({ rel = "alternate", type, hreflang }) =>
    [rel, type, hreflang].join(),
  );
  const strangers = children.filter(
    ({ name }) => !known.has(name) && name !== "entry" && name !== "content",
  );
  const times = children.filter(({ name }) => name === "updated" || name === "published");
  return [
    ...once
      .filter((name) => count(name) !== 1)
      .map((name) => `${where}: ${name} is not there once`),
    ...atMostOnce.filter((name) => count(name) > 1).map((name) => `${where}: two of ${name}`),
    ...strangers.map(({ name }) => `${where}: ${name} is not known`),
    ...(/^[a-z][a-z0-9+.-]*:\S+$/i.test(childText(element, "id"))
      ? []
      : [`${where}: id is no IRI`]),
    ...times.filter(({ text }) => !isTime(text)).map(({ text }) => `${where}: no time is ${text}`),
    ...(new Set(links).size === links.length ? [] : [`${where}: two links of a kind`]),
    ...linksOf(element).flatMap(({ href }) =>
      URL.canParse(href ?? "") ? [] : [`${where}: ${href}`],
    ),
    ...children.flatMap((child) =>
      child.name === "author" && childText(child, "name").trim() === ""
        ? [`${where}: no name`]
        : [],
    ),
  ];
}

/** One div of XHTML holds all of it. */
function findContentFaults({ attributes, children, text }: XmlElement, where: string): string[] {
  if (attributes.type !== "xhtml") return [`${where}: content of type ${attributes.type}`];
  const [div] = children;
  const isOne = children.length === 1 && div?.name === "div" && div.attributes.xmlns === xhtml;
  return isOne && div.text === text ? [] : [`${where}: content is not one div`];
}

function linksOf({ children }: XmlElement) {
  return children.filter(({ name }) => name === "link").map(({ attributes }) => attributes);
}

function childText({ children }: XmlElement, name: string): string {
  return children.find((child) => child.name === name)?.text ?? "";
}

function isTime(text: string): boolean {
  return dateTime.test(text) && !Number.isNaN(Date.parse(text));
}
