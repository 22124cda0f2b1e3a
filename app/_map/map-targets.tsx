"use client";

import { type KeyboardEvent, type MouseEvent, memo, useId, useRef, useState } from "react";
import type { Size } from "@/lib/map/scene";
import type { MapTarget } from "./map-target";
import { TargetLink } from "./target-link";
import { findNextTarget } from "./walk-targets";

interface Props {
  size: Size;
  targets: MapTarget[];
  label: string;
  /** Id of the element that says how to walk. */
  hintId: string;
  /** What somebody points at or walks to; null when they leave. */
  onRead: (target: MapTarget | null) => void;
  onChoose: (event: MouseEvent, target: MapTarget) => void;
  /** Escape was pressed. */
  onLeave: () => void;
  className?: string;
}

/**
 * What on the map can be reached, laid over the drawing: links, so that they work by pointer, by Tab
 * and without scripts; with them the arrow keys lead from place to place.
 */
export const MapTargets = memo(function MapTargets(props: Props) {
  const { size, targets, label, hintId, onRead, ...rest } = props;
  const { onChoose, onLeave, className } = rest;
  const id = useId();
  const frame = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  // One stop for Tab once somebody walks; without scripts every link is one.
  const stop = targets.some(({ key }) => key === current) ? current : null;

  function walk(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      onLeave();
      return;
    }
    const elementOf = (key: string) => document.getElementById(`${id}-${key}`);
    const reachable = targets.filter(({ key }) => elementOf(key)?.getClientRects().length);
    const isRightToLeft = frame.current?.closest("[dir=rtl]") != null;
    const next = findNextTarget(event.key, reachable, current, isRightToLeft);
    if (next === undefined) return;
    event.preventDefault();
    if (next) elementOf(next.key)?.focus();
  }

  return (
    <nav aria-label={label} aria-describedby={hintId}>
      <svg
        ref={frame}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="presentation"
        className={className}
      >
        {targets.map((target) => (
          <TargetLink
            key={target.key}
            id={`${id}-${target.key}`}
            target={target}
            isStop={stop === null || stop === target.key}
            onFocus={() => {
              setCurrent(target.key);
              onRead(target);
            }}
            onPoint={() => onRead(target)}
            onLeave={() => onRead(null)}
            onWalk={walk}
            onChoose={(event) => onChoose(event, target)}
          />
        ))}
      </svg>
    </nav>
  );
});
