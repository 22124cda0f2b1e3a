import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { GroupPanel } from "@/lib/results/results-view";
import type { Standing } from "@/lib/results/standing";
import { GroupBadge } from "../_map/group-badge";
import { groupLook } from "../_map/group-look";
import { PositionList } from "../_results/position-list";
import type { ResultStatements } from "../_results/result-statement";
import { StandingLine } from "./standing-line";

interface Props {
  standing: Standing;
  groups: GroupPanel[];
  /** Those that this person has voted on: nothing is said of any other. */
  statements: ResultStatements;
  /** The small map; null where there is none. */
  map: ReactNode;
}

/** Where somebody stands, with which group, and what it stands for in what they have voted on. */
export function YourPlace({ standing, groups, statements, map }: Props) {
  const t = useTranslations("standing");
  const letter = standing.kind === "group" ? standing.letter : null;
  const group = groups.find((candidate) => candidate.letter === letter);
  return (
    <section
      aria-labelledby="your-place"
      className={`min-w-0 rounded-card border bg-card px-4 py-3 sm:px-7 ${
        letter === null ? "border-line" : `border-t-4 ${groupLook(letter).border}`
      }`}
    >
      <h2 id="your-place" className="text-base">
        {t("heading")}
      </h2>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        {map}
        <div>
          <p className="flex items-center gap-2 font-medium">
            {letter !== null && <GroupBadge letter={letter} />}
            <StandingLine standing={standing} />
          </p>
          {group && <StandsFor group={group} statements={statements} />}
        </div>
      </div>
    </section>
  );
}

/** Enough to recognise a group by. */
const longestList = 3;

function StandsFor({ group, statements }: { group: GroupPanel; statements: ResultStatements }) {
  const [t, results] = [useTranslations("standing"), useTranslations("results")];
  const { letter, standsFor } = group;
  const known = standsFor.filter(({ statement }) => statements[statement] !== undefined);
  const others = standsFor.length - known.length;
  if (standsFor.length === 0) return <p className="mt-3">{results("groupNothing")}</p>;
  return (
    <div className="mt-3 text-sm">
      {known.length > 0 && (
        <>
          <p className="mb-1.5 text-muted">{t("standsFor", { letter })}</p>
          <PositionList positions={known.slice(0, longestList)} statements={statements} />
        </>
      )}
      {others > 0 && (
        <p className="mt-2 text-muted">{t("standsForMore", { letter, count: others })}</p>
      )}
    </div>
  );
}
