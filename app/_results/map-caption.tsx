import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MapTarget } from "@/app/_map/map-target";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { smallestCrowd } from "@/lib/results/tally";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";

interface Props {
  id: string;
  hintId: string;
  view: ResultsView;
  statements: ResultStatements;
  selection: Selection;
  /** What somebody points at or walks to. */
  reading: MapTarget | null;
}

/** What is written on the water: the place that is read about, else what the map is about. */
export function MapCaption({ id, hintId, view, statements, selection, reading }: Props) {
  const t = useTranslations("map");
  const isColoured = selection.layer === "people" && selection.statement !== null;
  return (
    <figcaption
      id={id}
      tabIndex={-1}
      className="mx-auto grid min-h-28 max-w-2xl content-start gap-1 px-6 pt-1 pb-5 text-center"
    >
      {reading ? (
        <Reading target={reading} statements={statements} />
      ) : selection.layer === "statements" ? (
        <p className="text-muted text-sm">{t("pointHere")}</p>
      ) : isColoured ? (
        <Legend selection={selection} statements={statements} />
      ) : (
        <Shared view={view} statements={statements} />
      )}
      <p id={hintId} className="sr-only">
        {t("walkHint")}
      </p>
    </figcaption>
  );
}

function Reading({ target, statements }: { target: MapTarget; statements: ResultStatements }) {
  const { statement, label } = target;
  const t = useTranslations("results");
  if (statement === undefined) return <p className="font-medium text-balance">{label}</p>;
  return (
    <Told about={t("statementNumber", { number: statement })}>
      <StatementQuote isBrief statement={statements[statement]} className={quoteClass} />
    </Told>
  );
}

function Shared({ view, statements }: Pick<Props, "view" | "statements">) {
  const t = useTranslations("map");
  const strongest = view.shared.find(({ isInEveryGroup, value }) => isInEveryGroup && value === 1);
  if (!strongest) return null;
  return (
    <Told about={t(view.groups.length === 0 ? "sharedAlone" : "shared")}>
      <StatementQuote isBrief statement={statements[strongest.statement]} className={quoteClass} />
    </Told>
  );
}

/** What the signs mean while the map is coloured by a statement. */
function Legend({ selection, statements }: Pick<Props, "selection" | "statements">) {
  const t = useTranslations("map");
  const number = selection.statement ?? 0;
  const signs = [
    { sign: "✓", className: "text-agree", text: t("leanAgree") },
    { sign: "✕", className: "text-disagree", text: t("leanDisagree") },
    { sign: "–", className: "text-pass", text: t("leanMixed") },
    { sign: "•", className: "text-shore", text: t("leanUntold", { count: smallestCrowd }) },
  ];
  return (
    <Told about={t("coloredBy", { number })}>
      <StatementQuote isBrief statement={statements[number]} className={quoteClass} />
      <ul className="flex flex-wrap justify-center gap-x-4 text-sm">
        {signs.map(({ sign, className, text }) => (
          <li key={sign}>
            <span aria-hidden="true" className={`font-bold ${className}`}>
              {sign}
            </span>{" "}
            {text}
          </li>
        ))}
      </ul>
    </Told>
  );
}

function Told({ about, children }: { about: string; children: ReactNode }) {
  return (
    <>
      <span className="text-muted text-sm">{about}</span>
      {children}
    </>
  );
}

const quoteClass = "font-medium text-lg leading-snug text-balance wrap-anywhere";
