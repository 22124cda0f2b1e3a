"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { MovingMap } from "@/app/_map/moving-map";
import { Button } from "@/app/_ui/button";
import { useNumber } from "@/app/_ui/use-number";
import { toMapSource } from "@/lib/history/to-map-source";
import type { ResultsView } from "@/lib/results/results-view";
import { HistoryControls } from "./history-controls";
import { toPresentStep } from "./present-step";
import { useHistory } from "./use-history";
import { usePlayback } from "./use-playback";
import { useStepText } from "./use-step-text";

interface Props {
  slug: string;
  /** What the last step is. */
  view: ResultsView;
  /** Letter of the group that stands out. */
  selected: string | null;
}

/** The map through time, in place of the map of now. */
export function HistoryPlayer(props: Props) {
  const [attempt, setAttempt] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const retry = () => {
    setAttempt(attempt + 1);
    frame.current?.focus({ preventScroll: true }); // the button goes
  };
  return (
    <div ref={frame} tabIndex={-1}>
      <Loading key={attempt} {...props} onRetry={retry} />
    </div>
  );
}

function Loading({ slug, view, selected, onRetry }: Props & { onRetry(): void }) {
  const t = useTranslations("history");
  const number = useNumber();
  const state = useHistory(slug);
  switch (state.kind) {
    case "ready":
      return <Player history={state.history} view={view} selected={selected} />;
    case "making":
      return (
        <Waiting>
          {t("making", { share: number(state.done ?? 0, percent) })}
          <progress className="mx-auto block w-48 accent-accent" value={state.done ?? 0} />
        </Waiting>
      );
    case "none":
      return <Waiting>{t("none")}</Waiting>;
    case "failed":
      return (
        <Waiting>
          <span>{t("failed")}</span>
          <Button onClick={onRetry}>{t("retry")}</Button>
        </Waiting>
      );
  }
}

const percent = { style: "percent", maximumFractionDigits: 0 } as const;

function Waiting({ children }: { children: ReactNode }) {
  return (
    <div
      role="status"
      aria-atomic="false"
      aria-relevant="additions"
      className="max-sm:-mx-4 grid min-h-[min(50vh,30rem)] content-center justify-items-center gap-3 bg-water p-6 text-center sm:rounded-card"
    >
      {children}
    </div>
  );
}

interface PlayerProps extends Pick<Props, "view" | "selected"> {
  history: Extract<ReturnType<typeof useHistory>, { kind: "ready" }>["history"];
}

function Player({ history, view, selected }: PlayerProps) {
  const t = useTranslations("history");
  const format = useFormatter();
  const tell = useStepText();
  const steps = useMemo(() => {
    // What was made a while ago ends a little before now.
    const isUpToDate = history.version >= view.version && history.steps.length > 0;
    return isUpToDate ? history.steps : [...history.steps, toPresentStep(view)];
  }, [history, view]);
  const playback = usePlayback(steps.length);
  const step = steps[playback.index]!;
  const source = useMemo(() => toMapSource(step), [step]);
  const { summary, details } = tell(step, format.dateTime(new Date(step.at), "moment"));
  return (
    <figure>
      <div className="map-frame max-sm:-mx-4 overflow-hidden bg-water sm:rounded-card">
        <MovingMap
          source={source}
          you={null}
          text={{ title: t("title"), description: [summary, ...details].join(" · "), you: "" }}
          selected={step.groups.some(({ letter }) => letter === selected) ? selected : null}
          className="block h-auto max-h-[min(68vh,44rem)] w-full"
        />
        <figcaption className="mx-auto grid min-h-28 max-w-2xl content-start gap-1 px-6 pt-1 pb-5 text-center">
          <p className="font-medium text-balance tabular-nums" suppressHydrationWarning>
            {summary}
          </p>
          <p className="text-muted text-sm">{details.join(" · ")}</p>
        </figcaption>
      </div>
      <HistoryControls
        playback={playback}
        count={steps.length}
        summary={summary}
        details={details}
      />
      <p className="mt-2 max-w-prose text-muted text-sm">{t("how")}</p>
    </figure>
  );
}
