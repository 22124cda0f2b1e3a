/** An element of a document; names as they are written, with their prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Of itself and everything in it. */
  text: string;
}

const token =
  /<\?xml [^?]*\?>|<\/([\w:]+)\s*>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads a document as strictly as XML is, as far as ours use it: no comments, no document type.
 * @throws Error at whatever is not well-formed
 */
export function readXml(source: string): XmlElement {
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  let end = 0;
  for (const match of source.matchAll(token)) {
    const [whole, closed, opened, attributes = "", isEmpty, text] = match;
    end = match.index + whole.length;
    if (text !== undefined) {
      const plain = decode(text);
      for (const element of open) element.text += plain;
    } else if (opened !== undefined) {
      const element = {
        name: opened,
        attributes: readAttributes(attributes),
        children: [],
        text: "",
      };
      open.at(-1)!.children.push(element);
      if (!isEmpty) open.push(element);
    } else if (closed !== undefined) {
      const last = open.pop();
      if (last?.name !== closed) throw new Error(`${closed} closes ${last?.name}.`);
    }
  }
  if (end !== source.length) throw new Error(`Not XML from here: ${source.slice(end, end + 80)}`);
  const [root] = top.children;
  if (open.length !== 1 || !root || top.children.length > 1) throw new Error("Not one element.");
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, decode(value!)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`Twice: ${text}`);
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  return text.replaceAll(/&([^;\s]*;?)/g, (whole, name: string) => {
    const sign = entities[name.slice(0, -1)];
    if (sign === undefined || !name.endsWith(";")) throw new Error(`Not an entity: ${whole}`);
    return sign;
  });
}
