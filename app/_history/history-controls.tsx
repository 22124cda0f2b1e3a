import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/app/_ui/button";
import type { Playback } from "./use-playback";

interface Props {
  playback: Playback;
  /** Steps in all. */
  count: number;
  /** The step that is shown, in words. */
  summary: string;
  details: string[];
}

/** Plays, goes a step back or forward, or to any step. Whoever prefers no motion plays nothing. */
export function HistoryControls({ playback, count, summary, details }: Props) {
  const t = useTranslations("history");
  const id = useId();
  const { index, isPlaying, isBySlider, toggle, go } = playback;
  const text = [summary, ...details].join(" · ");
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button onClick={toggle} className="min-w-24 motion-reduce:hidden">
        <Sign path={isPlaying ? pauseSign : playSign} />
        {isPlaying ? t("pause") : t("play")}
      </Button>
      <label htmlFor={id} className="sr-only">
        {t("moment")}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={count - 1}
        value={index}
        aria-valuetext={text}
        onChange={(event) => go(event.target.valueAsNumber, true)}
        className="h-11 min-w-32 flex-1 cursor-pointer accent-accent"
      />
      <div className="flex gap-2">
        <Button onClick={() => go(index - 1)} aria-disabled={index === 0} aria-label={t("back")}>
          <Sign path={backSign} />
        </Button>
        <Button
          onClick={() => go(index + 1)}
          aria-disabled={index === count - 1}
          aria-label={t("forward")}
        >
          <Sign path={forwardSign} />
        </Button>
      </div>
      {/* The slider tells its own moves; of a film nobody wants to hear every picture. */}
      <p role="status" className="sr-only">
        {isPlaying || isBySlider ? "" : text}
      </p>
    </div>
  );
}

const playSign = "M4 2l10 6-10 6z";
const pauseSign = "M3 2h4v12H3zM9 2h4v12H9z";
const backSign = "M12 2L4 8l8 6z";
const forwardSign = "M4 2l8 6-8 6z";

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-current rtl:-scale-x-100">
      <path d={path} />
    </svg>
  );
}
