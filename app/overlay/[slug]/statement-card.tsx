import { useTranslations } from "next-intl";
import type { OverlayProgramme, OverlayStatement } from "@/lib/overlay/programme";
import { StatementBars } from "./statement-bars";

interface Props {
  programme: OverlayProgramme;
  /** Whose turn it is while nothing is on stage. */
  turn: OverlayStatement | null;
  className?: string;
}

/** One statement with live bars: the one on stage, else the one whose turn it is. */
export function StatementCard({ programme, turn, className = "" }: Props) {
  const { session } = programme;
  const shown = session?.statement ?? turn;
  if (!shown) return null;
  const { statement, text, lang, tally } = shown;
  return (
    <section key={statement} className={`overlay-card motion-safe:animate-arrive ${className}`}>
      <Heading programme={programme} statement={shown} />
      <p dir="auto" lang={lang} className="overlay-quote">
        {text}
      </p>
      {tally && (
        <div className="mt-[0.7em] grid gap-[0.3em]">
          <StatementBars tally={tally} />
        </div>
      )}
    </section>
  );
}

/** Why this statement is shown; nothing where it was simply chosen. */
export function Heading({
  programme,
  statement,
}: {
  programme: OverlayProgramme;
  statement: OverlayStatement;
}) {
  const { session, hasGroups } = programme;
  const t = useTranslations("overlay");
  const map = useTranslations("map");
  const results = useTranslations("results");
  const words = {
    newest: t("newest"),
    shared: map(hasGroups ? "shared" : "sharedAlone"),
    dividing: results("dividingTitle"),
    chosen: "",
  };
  const onStage = session?.isOpen ? t("votingOpen") : "";
  const text = session ? onStage : words[statement.reason];
  return text === "" ? null : (
    <p className="overlay-small mb-[0.3em] font-semibold text-accent">{text}</p>
  );
}
