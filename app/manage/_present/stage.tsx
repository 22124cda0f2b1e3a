import { useTranslations } from "next-intl";
import { TallyFigures } from "@/app/_results/tally-figures";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { useNumber } from "@/app/_ui/use-number";
import type { Stage as StageState } from "@/lib/presenting/apply-act";
import { findMainAct } from "@/lib/presenting/main-act";
import type { PresentAct, SessionTally } from "@/lib/schemas/live-session";
import type { PresentedStage } from "@/server/services/live-sessions/get-stage";
import { ActButton } from "./act-button";

interface Props {
  presented: PresentedStage;
  mayReveal: boolean;
  /** Whether the conversation takes votes now; without, none can be opened on stage. */
  takesVotes: boolean;
  /** Of the statement that is shown; null while nothing is known of it. */
  tally: SessionTally | null;
}

/** What is on stage, and what can be done about it: the usual next thing is the large button. */
export function Stage({ presented, mayReveal, takesVotes, tally }: Props) {
  const t = useTranslations("manage.present");
  const overview = useTranslations("manage.overview");
  const number = useNumber();
  const { stage, statements, next } = presented;
  const shown = statements.find(({ id }) => id === stage.statementId);
  const main = findMainAct(stage, { nextStatement: next?.id ?? null, mayReveal });
  return (
    <Card className="grid grid-cols-1 gap-4 p-4 sm:p-6">
      {shown && (
        <>
          <p dir="auto" lang={shown.language ?? undefined} className="statement-text">
            {shown.text}
          </p>
          <p className="flex flex-wrap gap-x-4 text-muted">
            <span className="font-medium text-ink">{t(stage.isOpen ? "isOpen" : "isClosed")}</span>
            {stage.isRevealed && <span className="font-medium text-ink">{t("isRevealed")}</span>}
            <span className="tabular-nums">
              {overview("votes")}: {number(tally?.votes ?? 0)}
            </span>
          </p>
          {stage.isRevealed && tally && (
            <TallyFigures tally={{ ...tally, notVoted: 0 }} of="voters" />
          )}
          {!mayReveal && <Notice>{t("cannotReveal")}</Notice>}
        </>
      )}
      {stage.isRunning && next === null && <p className="text-muted">{t("allShown")}</p>}
      {main && <MainButton act={main} next={next} />}
      {stage.isRunning && (
        <OtherButtons
          stage={stage}
          main={main}
          next={next}
          mayReveal={mayReveal}
          takesVotes={takesVotes}
        />
      )}
    </Card>
  );
}

/** What the button of an act says. */
const actTexts = {
  start: "start",
  show: "next",
  open: "open",
  close: "close",
  reveal: "reveal",
  hide: "hide",
  end: "end",
} as const;

function MainButton({ act, next }: { act: PresentAct; next: PresentedStage["next"] }) {
  const t = useTranslations("manage.present");
  return (
    <div className="sticky bottom-0 -mx-4 grid gap-2 border-line border-t bg-card px-4 py-3 sm:-mx-6 sm:px-6">
      <ActButton
        act={act}
        isMain
        shortcut={keys[act.type]}
        variant="primary"
        className="min-h-20 text-xl"
      >
        {t(actTexts[act.type])}
      </ActButton>
      {act.type === "show" && next && (
        <p className="wrap-anywhere text-muted text-sm">
          <bdi lang={next.language ?? undefined}>{next.text}</bdi>
        </p>
      )}
    </div>
  );
}

const keys: Partial<Record<PresentAct["type"], string>> = {
  show: "n",
  open: "v",
  close: "v",
  reveal: "r",
  hide: "r",
};

function OtherButtons({
  stage,
  main,
  next,
  mayReveal,
  takesVotes,
}: {
  stage: StageState;
  main: PresentAct | null;
  next: PresentedStage["next"];
  mayReveal: boolean;
  takesVotes: boolean;
}) {
  const t = useTranslations("manage.present");
  const isShown = stage.statementId !== null;
  const others: PresentAct[] = [
    ...(isShown && takesVotes ? [{ type: stage.isOpen ? "close" : "open" } as const] : []),
    ...(isShown && (mayReveal || stage.isRevealed)
      ? [{ type: stage.isRevealed ? "hide" : "reveal" } as const]
      : []),
    ...(next ? [{ type: "show", statement: next.id } as const] : []),
  ];
  return (
    <div className="flex flex-wrap gap-2">
      {others
        .filter(({ type }) => type !== main?.type)
        .map((act) => (
          <ActButton
            key={act.type}
            act={act}
            shortcut={keys[act.type]}
            className="min-h-14 flex-1 basis-36"
          >
            {t(actTexts[act.type])}
          </ActButton>
        ))}
      <ActButton act={{ type: "end" }} variant="danger" className="min-h-14 flex-1 basis-36">
        {t(actTexts.end)}
      </ActButton>
    </div>
  );
}
