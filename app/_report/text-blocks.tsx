import type { TextBlock } from "@/lib/report-document/report-document";

/** Running text of a section, as the report's document words it. */
export function TextBlocks({ blocks }: { blocks: TextBlock[] }) {
  return (
    <div className="grid max-w-prose gap-3 print:max-w-none print:gap-2">
      {blocks.map(({ kind, text }) =>
        kind === "heading" ? (
          <h3 key={text} className="mt-2 text-lg">
            {text}
          </h3>
        ) : (
          <p key={text}>{text}</p>
        ),
      )}
    </div>
  );
}
