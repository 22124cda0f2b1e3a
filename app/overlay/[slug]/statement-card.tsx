import { useTranslations } from "next-intl";
import type { OverlayProgramme, OverlayStatement } from "@/lib/overlay/programme";
import { FittedText } from "./fitted-text";
import { StatementBars } from "./statement-bars";

interface Props {
  programme: OverlayProgramme;
  /** Whose turn it is while nothing is on stage. */
  turn: OverlayStatement | null;
}

/** One statement with live bars: the one on stage, else the one whose turn it is. */
export function StatementCard({ programme, turn }: Props) {
  const shown = programme.session?.statement ?? turn;
  if (!shown) return null;
  const { statement, text, lang, tally } = shown;
  return (
    <section key={statement} className="overlay-card overlay-statement motion-safe:animate-arrive">
      <div className="words">
        <Heading programme={programme} statement={shown} />
        <FittedText key={`${text} ${tally !== null}`} text={text} lang={lang} />
      </div>
      {tally && (
        <div className="figures">
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
  return text === "" ? null : <p className="overlay-small font-semibold text-accent">{text}</p>;
}
