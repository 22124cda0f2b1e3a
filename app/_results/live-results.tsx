"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo } from "react";
import { Announcement } from "@/app/_map/announcement";
import { LiveMark } from "@/app/_map/live-mark";
import { host } from "@/app/_vote/host";
import { type EmbedPart, showsPart } from "@/lib/embed/embed-options";
import type { HistoryRow } from "@/lib/history/choose-rows";
import type { Agreement } from "@/lib/schemas/agreement";
import type { DisclosedResults } from "./load-results";
import { mapSize } from "./map-size";
import { NoResults } from "./no-results";
import { ResultsBody } from "./results-body";
import { ResultsFacts } from "./results-facts";
import { ResultsMap } from "./results-map";
import { useAgreement } from "./use-agreement";
import { useIsChanging } from "./use-is-changing";
import { useIsNear } from "./use-is-near";
import { useLiveView } from "./use-live-view";
import { useRested } from "./use-rested";
import { useSelection } from "./use-selection";

/** The words follow at a reading pace: to draw a long page anew takes longer than a frame of the map. */
const wordsRestMs = 2_000;
/** While analyses keep coming and the words are not on the screen. */
const farPaceMs = 10_000;
/** ms without an analysis after which a conversation is calm */
const busyMs = 6_000;

interface Props {
  slug: string;
  initial: DisclosedResults;
  /** Who agreed with the statement that the address chose when the page was asked for. */
  agreement: Agreement | null;
  /** How the groups developed, where that is known and told. */
  history: HistoryRow[];
  /** What was answered, as of when the page was asked for. */
  answers: ReactNode;
  voteHref: string;
  /** What a frame shows of it; null: all. */
  parts?: readonly EmbedPart[] | null;
}

/** The results as rendered for the page's request, then kept up with each new analysis. */
export function LiveResults(props: Props) {
  const { slug, initial, agreement, history, answers, voteHref, parts = null } = props;
  const selection = useSelection();
  const { ownVotes } = initial;
  const { view, standing, state, ...live } = useLiveView(slug, initial, {
    size: mapSize,
    ownVotes,
  });
  const isChanging = useIsChanging(view, busyMs);
  const [isBodyNear, body] = useIsNear();
  const restedView = useRested(view, wordsRestMs, isBodyNear ? wordsRestMs : farPaceMs);
  useUnknownStatements(live.unknownStatements);
  const now = useMemo(() => ({ view, standing }), [view, standing]);
  const words = useRested(now, wordsRestMs);
  const told = useAgreement(
    slug,
    { version: words.view?.version ?? 0, statement: view ? selection.statement : null },
    agreement,
  );
  if (!view || view.participants === 0) {
    return (
      <div className="mt-5">
        <LiveMark state={state} />
        <NoResults voteHref={voteHref} />
      </div>
    );
  }
  return (
    <>
      <ResultsFacts view={view} />
      {showsPart({ parts }, "map") && (
        <ResultsMap
          slug={slug}
          view={view}
          statements={initial.statements}
          history={history}
          standing={standing}
          layout={live.layout}
          selection={selection}
          agreement={told}
          words={words.view ? { ...words, view: words.view } : { view, standing }}
          voteHref={voteHref}
          isClosed={initial.isClosed}
          mark={<LiveMark state={state} />}
        />
      )}
      <Announcement version={view.version} participants={view.participants} votes={view.votes} />
      <div ref={body} data-live={isChanging ? "" : undefined}>
        <ResultsBody
          view={restedView ?? view}
          statements={initial.statements}
          selection={selection}
          answers={answers}
          parts={parts}
        />
      </div>
    </>
  );
}

/** A statement that was published after the page was sent has no words here yet: ask for them. */
function useUnknownStatements(unknownStatements: number[]): void {
  const router = useRouter();
  const unknown = unknownStatements.join();
  useEffect(() => {
    // A page that was asked for with a token would come back without it, and without results.
    if (unknown !== "" && !host.reader) router.refresh();
  }, [unknown, router]);
}
