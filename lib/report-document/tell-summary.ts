import { listSummary } from "./list-summary";
import type { Block } from "./report-document";
import type { ReportMaterial } from "./report-material";

/** The summary as blocks; a statement that was taken back is not led up to. */
export function tellSummary(material: ReportMaterial): Block[] {
  const { view, words, quotes, isClosed } = material;
  if (!view) return [lead(words.report("summaryNobody", { state: isClosed ? "closed" : "open" }))];
  return listSummary({ ...material, view }).flatMap(({ text, statement }): Block[] => {
    if (statement === null) return [lead(text)];
    const quote = quotes.get(statement);
    return quote ? [lead(text), { kind: "blockquote", quote }] : [];
  });
}

function lead(text: string): Block {
  return { kind: "paragraph", tone: "lead", text };
}
