import type { CDPSession } from "@playwright/test";

/** What one event of a Chromium trace tells; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur: number | undefined;
  /** CPU time of the thread. */
  tdur: number | undefined;
  pid: number;
  tid: number;
}

/** Names of user timing marks that the page makes. */
export interface FrameMarks {
  frame: string;
  chosen: string;
}

/** Milliseconds of the main thread in one frame, and of what draws it elsewhere. */
export interface FrameCost {
  /** Script, style and layout together, waiting included. */
  workMs: number;
  /** The same as CPU time. */
  cpuMs: number;
  scriptMs: number;
  styleLayoutMs: number;
  /** Painting commands on the main thread. */
  paintMs: number;
  rasterMs: number;
  /** Script on other threads of the page, which holds up no frame. */
  workerMs: number;
}

const script = new Set([
  "FireAnimationFrame",
  "FunctionCall",
  "EvaluateScript",
  "TimerFire",
  "EventDispatch",
  "RunMicrotasks",
  "XHRReadyStateChange",
  "MinorGC",
  "MajorGC",
  "V8.GCScavenger",
]);
const styleLayout = new Set(["UpdateLayoutTree", "Layout", "ParseAuthorStyleSheet"]);
const paint = new Set(["PrePaint", "Paint", "Layerize", "Commit", "UpdateLayer"]);
const raster = new Set(["RasterTask", "RasterizerTaskImpl::RunOnWorkerThread"]);

/**
 * Records until `isEnough`, then returns what each frame of the page cost.
 * @param marks of user timing: one in every frame, and one more in those of interest
 */
export async function traceFrames(
  session: CDPSession,
  marks: FrameMarks,
  isEnough: () => Promise<unknown>,
): Promise<FrameCost[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) events.push(readEvent(event));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "v8", "cc", "blink.user_timing"] },
  });
  await isEnough();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  return costOfFrames(events, marks);
}

function readEvent(event: Record<string, unknown>): TraceEvent {
  const number = (key: string) => (typeof event[key] === "number" ? event[key] : undefined);
  return {
    name: String(event.name),
    ph: String(event.ph),
    ts: number("ts") ?? 0,
    dur: number("dur"),
    tdur: number("tdur"),
    pid: number("pid") ?? 0,
    tid: number("tid") ?? 0,
  };
}

/** A frame lasts from its mark to the next one's. */
function costOfFrames(events: TraceEvent[], marks: FrameMarks): FrameCost[] {
  const main = findMainThread(events);
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const timesOf = (mark: string) =>
    own
      .filter(({ name }) => name === mark)
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
  const starts = timesOf(marks.frame);
  const onMain = own.filter(isLasting);
  // Other processes and threads draw it.
  const drawn = events.filter((event) => raster.has(event.name) && isLasting(event));
  const inWorkers = events.filter(
    (event) => event.pid === main.pid && event.tid !== main.tid && isLasting(event),
  );
  const chosen = timesOf(marks.chosen);
  const frames = starts
    .slice(0, -1)
    .map((from, index) => ({ from, until: starts[index + 1]! }))
    .filter(({ from, until }) => chosen.some((at) => at >= from && at < until));
  return frames.map(({ from, until }) => {
    const within = (list: TraceEvent[], names: Set<string>) =>
      list.filter(({ name, ts }) => names.has(name) && ts >= from && ts < until);
    const scripts = outermost(within(onMain, script));
    const styles = within(onMain, styleLayout);
    const work = outermost([...scripts, ...styles]);
    return {
      workMs: sum(work, ({ dur }) => dur),
      cpuMs: sum(work, ({ dur, tdur }) => tdur ?? dur),
      scriptMs: sum(scripts, ({ dur }) => dur),
      styleLayoutMs: sum(styles, ({ dur }) => dur),
      paintMs: sum(outermost(within(onMain, paint)), ({ dur }) => dur),
      rasterMs: sum(within(drawn, raster), ({ dur }) => dur),
      workerMs: sum(outermost(within(inWorkers, script)), ({ dur, tdur }) => tdur ?? dur),
    };
  });
}

function findMainThread(events: TraceEvent[]): { pid: number; tid: number } {
  const counts = new Map<string, { pid: number; tid: number; count: number }>();
  for (const { name, pid, tid } of events) {
    if (name !== "FireAnimationFrame") continue;
    const key = `${pid}/${tid}`;
    counts.set(key, { pid, tid, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!most) throw new Error("The trace has no animation frame.");
  return most;
}

function isLasting({ ph, dur }: TraceEvent): boolean {
  return ph === "X" && dur !== undefined;
}

/** Without those that lie within another: their time is part of that one's. */
function outermost(events: TraceEvent[]): TraceEvent[] {
  const sorted = events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let end = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function sum(events: TraceEvent[], timeOf: (event: TraceEvent) => number | undefined): number {
  return events.reduce((total, event) => total + (timeOf(event) ?? 0), 0) / 1000;
}
