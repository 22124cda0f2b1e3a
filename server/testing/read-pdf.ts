import { PDFiumLibrary } from "@hyzyla/pdfium";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { StructTreeNode, TextContent } from "pdfjs-dist/types/src/display/api";

export interface ReadPdf {
  pages: number;
  /** Without white space. */
  text: string;
  title: string;
  language: string;
  /** Every element of the structure in reading order; without white space. */
  elements: PdfElement[];
  /** The names of the fonts in it. */
  fonts: string[];
}

export interface PdfElement {
  role: string;
  alt: string | null;
  language: string | null;
  text: string;
}

/** Reads a PDF as a search and a screen reader do. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const elements: PdfElement[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree();
    if (tree) elements.push(...listElements(tree, joinMarked(items)));
  }
  await document.destroy();
  const bytes = Buffer.from(file).toString("latin1");
  const fonts = [...bytes.matchAll(/\/BaseFont\s*\/([A-Za-z0-9+-]+)/g)].map(([, name]) => name!);
  return {
    pages: document.numPages,
    text: await readText(file),
    title: "Title" in info ? String(info.Title) : "",
    language: "Language" in info ? String(info.Language) : "",
    elements,
    fonts: [...new Set(fonts)],
  };
}

/** By PDFium: pdfjs does not read what clusters of Indic and Arabic letters are said to stand for. */
async function readText(file: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  const text = [...document.pages()].map((page) => squeeze(page.getText())).join("");
  document.destroy();
  library.destroy();
  return text;
}

/** A text as it can be looked for: where lines break is the page's choice. */
export function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
}

/** By the id of its mark; marks without one belong to what they stand in. */
function joinMarked(items: TextContent["items"]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    const id = open.at(-1) ?? "";
    if ("str" in item) texts.set(id, (texts.get(id) ?? "") + squeeze(item.str));
    else if (item.type.startsWith("begin")) open.push(item.id ?? id);
    else open.pop();
  }
  return texts;
}

function listElements(node: StructTreeNode, marked: Map<string, string>): PdfElement[] {
  const inside = node.children.flatMap((child) =>
    "role" in child ? listElements(child, marked) : [],
  );
  return [{ ...describeNode(node), text: textOf(node, marked) }, ...inside];
}

function describeNode(node: StructTreeNode & { alt?: string; lang?: string }) {
  return { role: node.role, alt: node.alt ?? null, language: node.lang ?? null };
}

function textOf(node: StructTreeNode, marked: Map<string, string>): string {
  return node.children
    .map((child) => ("role" in child ? textOf(child, marked) : (marked.get(child.id) ?? "")))
    .join("");
}
