import { useTranslations } from "next-intl";
import { memo } from "react";
import { GroupBadge } from "@/app/_map/group-badge";
import { groupLook } from "@/app/_map/group-look";
import type { GroupPanel, ResultsView, StandpointStatement } from "@/lib/results/results-view";
import { describeSize } from "@/lib/results/size-text";
import { nameStability } from "@/lib/results/stability-band";
import { shareOfVoters } from "@/lib/results/tally";

import { MapLink } from "./map-link";

import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { TallyBar } from "./tally-bar";
import { usePercent } from "./use-percent";
import { useShareWithin } from "./use-share-within";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  /** Letter of the chosen group, which comes with a stronger frame. */
  selected?: string | null;
  /** By letter, as the organisers of a report call them. */
  names?: Record<string, string>;
}

const noNames: Record<string, string> = {};

/** Group by group, what sets it apart. */
export const GroupPanels = memo(function GroupPanels({
  view,
  statements,
  selected = null,
  names = noNames,
}: Props) {
  return (
    <div className="grid gap-5 lg:grid-cols-2 print:block">
      {view.groups.map((group) => (
        <Panel
          key={group.letter}
          group={group}
          redrawings={view.redrawings.ofGroups}
          statements={statements}
          isSelected={selected === group.letter}
          name={names[group.letter]}
        />
      ))}
    </div>
  );
});

function Panel({
  group,
  redrawings,
  statements,
  isSelected,
  name,
}: {
  group: GroupPanel;
  redrawings: number;
  statements: ResultStatements;
  isSelected: boolean;
  name: string | undefined;
}) {
  const t = useTranslations("results");
  const percent = usePercent();
  const { letter } = group;
  return (
    <article
      id={`group-${letter}`}
      aria-labelledby={`group-${letter}-name`}
      className={`rounded-card border border-t-4 bg-card p-5 shadow-card sm:p-6 print:mt-4 print:box-decoration-clone print:py-3 ${groupLook(letter).border} ${
        isSelected ? "ring-4 ring-accent-soft" : ""
      }`}
    >
      <header className="flex break-after-avoid items-center gap-3">
        <GroupBadge letter={letter} className="size-11 shrink-0" />
        <div>
          <h3 id={`group-${letter}-name`} className="text-xl">
            {t("group", { letter })}
          </h3>
          {name && <GivenName name={name} />}
          <p className="text-muted text-sm">
            {describeSize(group.size, { results: t })}
            {group.share !== null && ` · ${t("shareOfGrouped", { share: percent(group.share) })}`}
          </p>
          {group.stability !== null && (
            <p className="text-muted text-sm">
              {t("stabilityOf", {
                band: t(`stability.${nameStability(group.stability)}`),
                count: redrawings,
                share: percent(group.stability),
              })}
            </p>
          )}
        </div>
      </header>
      {group.standsFor.length === 0 ? (
        <p className="mt-4 text-muted">{t("groupNothing")}</p>
      ) : (
        <ol className="mt-2 divide-y divide-line">
          {group.standsFor.map((standpoint) => (
            <li key={standpoint.statement} className="break-inside-avoid py-4 print:py-2.5">
              <StatementQuote statement={statements[standpoint.statement]} />
              <Comparison letter={letter} standpoint={standpoint} />
              <MapLink statement={standpoint.statement} />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function GivenName({ name }: { name: string }) {
  const t = useTranslations("report");
  return <p dir="auto">{t("namedBy", { name })}</p>;
}

function Comparison({ letter, standpoint }: { letter: string; standpoint: StandpointStatement }) {
  const t = useTranslations("results");
  const percent = usePercent();
  const within = useShareWithin();
  const { value, group, others, low, high } = standpoint;
  const kind = value === 1 ? "agrees" : "disagrees";
  const own = shareOfVoters(group, kind);
  const theirs = shareOfVoters(others, kind);
  const tone = value === 1 ? "text-agree" : "text-disagree";
  return (
    <dl className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-2 text-sm">
      <div>
        <dt className="sr-only">{t("group", { letter })}</dt>
        <dd>
          {own !== null && <TallyBar tally={{ ...group, notVoted: 0 }} />}
          <p className={`mt-1 font-semibold ${tone}`}>
            <span aria-hidden="true">{value === 1 ? "✓ " : "✕ "}</span>
            {own === null
              ? t("tooFew")
              : t(value === 1 ? "groupAgrees" : "groupDisagrees", {
                  share: within(own, { low, high }),
                  letter,
                })}
          </p>
        </dd>
      </div>
      {theirs !== null && (
        <div>
          <dt className="sr-only">{t("everybody")}</dt>
          <dd>
            <TallyBar tally={{ ...others, notVoted: 0 }} className="block h-1.5 w-full" />
            <p className="mt-1 text-muted">
              {t(value === 1 ? "othersAgree" : "othersDisagree", { share: percent(theirs) })}
            </p>
          </dd>
        </div>
      )}
    </dl>
  );
}
