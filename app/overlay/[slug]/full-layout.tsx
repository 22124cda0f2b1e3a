import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Size } from "@/lib/map/scene";
import type { OverlayStatement } from "@/lib/overlay/programme";
import type { ShownProgramme } from "./fetch-programme";
import { OverlayMap } from "./overlay-map";
import { StatementCard } from "./statement-card";

interface Props extends ShownProgramme {
  turn: OverlayStatement | null;
  size: Size;
  /** How to take part. */
  join: ReactNode;
}

/** A whole screen for a hall: the question, the map, who took part, a statement, the way to join. */
export function FullLayout({ programme, layout, turn, size, join }: Props) {
  return (
    <div className="overlay-full">
      <header className="head overlay-card flex flex-wrap items-baseline justify-between gap-x-[2em]">
        <p dir="auto" className="overlay-big font-semibold leading-tight">
          {programme.title}
        </p>
        <Facts programme={programme} />
      </header>
      <OverlayMap programme={programme} layout={layout} size={size} />
      <StatementCard programme={programme} turn={turn} />
      {programme.state !== "closed" && <div className="join overlay-card">{join}</div>}
    </div>
  );
}

function Facts({ programme }: Pick<Props, "programme">) {
  const t = useTranslations();
  const { participants, votes, statements } = programme;
  return (
    <p className="tabular-nums">
      {votes === null
        ? t("common.participants", { count: participants })
        : t("results.facts", { participants, votes, statements })}
    </p>
  );
}
