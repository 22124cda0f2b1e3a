"use client";

import { useTranslations } from "next-intl";
import { votesForPlace } from "@/lib/results/votes-for-place";

/** When a participant may see results, and where they are. */
export interface ResultsOffer {
  /** Own votes needed; null: not while people vote. */
  afterVotes: number | null;
  resultsHref: string;
  /** Null where only this frame knows who voted enough. */
  reportHref: string | null;
}

export function ResultsLine({
  voted,
  results,
  isEmbedded,
}: {
  voted: number;
  results: ResultsOffer;
  isEmbedded: boolean;
}) {
  const t = useTranslations("vote");
  const { afterVotes, resultsHref, reportHref } = results;
  if (afterVotes === null) return <p className="text-muted">{t("resultsAfterClosing")}</p>;
  if (voted < afterVotes) {
    return <p className="text-muted">{t("resultsAfterVotes", { count: afterVotes - voted })}</p>;
  }
  const hasPlace = voted >= votesForPlace;
  const isInFrame = isEmbedded && reportHref === null;
  const target = isEmbedded && !isInFrame ? "_blank" : undefined;
  return (
    <div
      className={
        hasPlace
          ? "flex flex-wrap items-center gap-x-6 rounded-card bg-accent-soft px-4 py-2 sm:px-7"
          : "flex flex-wrap items-center gap-x-6"
      }
    >
      <a
        href={hasPlace && !isInFrame ? `${resultsHref}#you` : resultsHref}
        target={target}
        data-own={isInFrame ? "results" : undefined}
        className="link inline-flex min-h-11 items-center font-medium"
      >
        {t(hasPlace ? "yourPlace" : "seeResults")}
      </a>
      {reportHref !== null && (
        <a href={reportHref} target={target} className="link inline-flex min-h-11 items-center">
          {t("seeReport")}
        </a>
      )}
    </div>
  );
}
