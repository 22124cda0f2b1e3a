import { useEffect, useState } from "react";

/** A little more than the map takes to move. */
const stepMs = 700;

export interface Playback {
  index: number;
  isPlaying: boolean;
  /** Whether somebody who listens was told of the step by the slider itself. */
  isBySlider: boolean;
  /** Plays on, from the beginning when it is at the end; or stops. */
  toggle(): void;
  /** Goes to a step, and stops. */
  go(index: number, isBySlider?: boolean): void;
}

/** Which of `count` steps is shown; the last one at first. */
export function usePlayback(count: number): Playback {
  const last = count - 1;
  const [place, setPlace] = useState({ index: last, isBySlider: true });
  const [wantsPlay, setPlaying] = useState(false);
  const index = Math.min(place.index, last);
  const isPlaying = wantsPlay && index < last;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setPlace({ index: index + 1, isBySlider: false }), stepMs);
    return () => clearTimeout(timer);
  }, [isPlaying, index]);
  return {
    index,
    isPlaying,
    isBySlider: place.isBySlider,
    toggle() {
      if (!isPlaying && index === last) setPlace({ index: 0, isBySlider: false });
      setPlaying(!isPlaying);
    },
    go(next, isBySlider = false) {
      setPlaying(false);
      setPlace({ index: Math.max(0, Math.min(next, last)), isBySlider });
    },
  };
}
