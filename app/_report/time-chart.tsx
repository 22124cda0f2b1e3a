import { useFormatter, useTranslations } from "next-intl";
import type { ParticipationSpan } from "@/lib/schemas/report";

/** px */
const size = { width: 600, height: 90 };
/** A bar that is there can be seen. */
const leastHeightPx = 1;
/** The hour matters only to what is over in days. */
const shortMs = 3 * 24 * 60 * 60 * 1000;

interface Props {
  spans: ParticipationSpan[];
  until: string | null;
}

/** When people came: an area a span, as wide as it lasted and as large as the people who came in it. */
export function TimeChart({ spans, until }: Props) {
  const t = useTranslations("report");
  const format = useFormatter();
  const first = spans[0];
  if (!first || until === null) return null;
  const isShort = Date.parse(until) - Date.parse(first.start) < shortMs;
  const moment = (time: string) =>
    isShort
      ? format.dateTime(new Date(time), "moment")
      : format.dateTime(new Date(time), { dateStyle: "long" });
  const peak = spans.reduce((most, span) => (span.newcomers > most.newcomers ? span : most));
  const bars = layoutBars(spans, until);
  return (
    <figure className="mt-6 max-w-prose break-inside-avoid print:max-w-none">
      <h3 className="text-lg">{t("overTime")}</h3>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-2 block h-24 w-full border-edge border-b rtl:-scale-x-100 print:h-16"
      >
        {bars.map(({ x, y, width, height }) => (
          <rect key={x} x={x} y={y} width={width} height={height} className="fill-accent" />
        ))}
      </svg>
      <figcaption className="mt-1 text-muted text-sm">
        {t("overTimeText", {
          from: moment(first.start),
          until: moment(until),
          people: spans.reduce((sum, { newcomers }) => sum + newcomers, 0),
          most: peak.newcomers,
          peak: moment(peak.start),
        })}
      </figcaption>
    </figure>
  );
}

function layoutBars(spans: ParticipationSpan[], until: string) {
  const [start, end] = [Date.parse(spans[0]!.start), Date.parse(until)];
  const most = spans.reduce((top, { newcomers }) => Math.max(top, newcomers), 1);
  const place = (time: number) =>
    end > start ? round((size.width * (time - start)) / (end - start)) : 0;
  return spans.map(({ start: from, newcomers }, index) => {
    const to = spans[index + 1]?.start;
    const x = place(Date.parse(from));
    const right = to === undefined ? size.width : place(Date.parse(to));
    const height =
      newcomers === 0 ? 0 : Math.max(leastHeightPx, round((size.height * newcomers) / most));
    return { x, y: size.height - height, width: Math.max(right - x - 1, 1), height };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
