import type { OverlayProgramme, OverlayStatement } from "@/lib/overlay/programme";
import { FittedText } from "./fitted-text";
import { Heading } from "./statement-card";

interface Props {
  programme: OverlayProgramme;
  turn: OverlayStatement | null;
}

/** A line at the bottom: one statement after the other, each still while it is read. */
export function Ticker({ programme, turn }: Props) {
  if (!turn) return null;
  const { reason, statement, text, lang } = turn;
  return (
    <section className="overlay-ticker overlay-card">
      <div key={`${reason} ${statement}`} className="line motion-safe:animate-arrive">
        <Heading programme={{ ...programme, session: null }} statement={turn} />
        <FittedText key={text} text={text} lang={lang} />
      </div>
    </section>
  );
}
