import type { OverlayProgramme, OverlayStatement } from "@/lib/overlay/programme";
import { Heading } from "./statement-card";

interface Props {
  programme: OverlayProgramme;
  turn: OverlayStatement | null;
}

/** A line at the bottom: one statement after the other, each still while it is read. */
export function Ticker({ programme, turn }: Props) {
  if (!turn) return null;
  return (
    <section className="overlay-ticker overlay-card overflow-hidden">
      <div
        key={`${turn.reason} ${turn.statement}`}
        className="grid items-baseline gap-x-[1.2em] motion-safe:animate-arrive md:grid-cols-[max-content_minmax(0,1fr)]"
      >
        <Heading programme={{ ...programme, session: null }} statement={turn} />
        <p dir="auto" lang={turn.lang} className="overlay-quote">
          {turn.text}
        </p>
      </div>
    </section>
  );
}
