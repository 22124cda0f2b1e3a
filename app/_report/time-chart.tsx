import { describeTimes } from "@/lib/report-document/describe-times";
import { layoutTimeBars } from "@/lib/report-document/layout-time-bars";
import type { ReportWords } from "@/lib/report-document/report-words";
import type { Participation } from "@/lib/schemas/report";

/** px */
const size = { width: 600, height: 90 };

interface Props {
  participation: Participation;
  words: ReportWords;
}

/** When people came: an area a span, as wide as it lasted and as large as the people who came in it. */
export function TimeChart({ participation, words }: Props) {
  const { spans, until } = participation;
  const caption = describeTimes(participation, words);
  if (caption === null || until === null) return null;
  return (
    <figure className="mt-6 max-w-prose break-inside-avoid print:max-w-none">
      <h3 className="text-lg">{words.report("overTime")}</h3>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-2 block h-24 w-full border-edge border-b rtl:-scale-x-100 print:h-16"
      >
        {layoutTimeBars(spans, until, size).map(({ x, y, width, height }) => (
          <rect key={x} x={x} y={y} width={width} height={height} className="fill-accent" />
        ))}
      </svg>
      <figcaption className="mt-1 text-muted text-sm">{caption}</figcaption>
    </figure>
  );
}
