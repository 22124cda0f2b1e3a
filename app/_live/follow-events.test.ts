import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followEvents, type LiveState } from "./follow-events";

class FakeEventSource {
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly listeners = new Map<string, (event: { data: string }) => void>();

  constructor(readonly url: string) {
    FakeEventSource.opened.push(this);
  }

  addEventListener(type: string, listener: (event: { data: string }) => void) {
    this.listeners.set(type, listener);
  }

  close() {
    this.readyState = FakeEventSource.CLOSED;
  }

  /** An answer that is not a stream: the browser gives up. */
  refuse() {
    this.close();
    this.onerror?.();
  }
}

let page: EventTarget & { hidden: boolean };

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", page);
  vi.stubGlobal("EventSource", FakeEventSource);
  FakeEventSource.opened = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function follow() {
  const states: LiveState[] = [];
  const versions: number[] = [];
  let shown = 4;
  const stop = followEvents("town centre", {
    versionShown: () => shown,
    onState: (state) => states.push(state),
    onAnalysis: (version) => {
      versions.push(version);
      shown = version;
    },
  });
  return { states, versions, stop, newest: () => FakeEventSource.opened.at(-1)! };
}

test("asks for what comes after the version on the page and passes versions on", () => {
  const { versions, newest } = follow();
  expect(newest().url).toBe("/api/v1/conversations/town%20centre/events?after=4");
  newest().listeners.get("analysis")?.({ data: '{"version":5}' });
  newest().listeners.get("analysis")?.({ data: "not ours" });
  expect(versions).toEqual([5]);
});

test("asks again after a refusal, from the version that is shown by then", async () => {
  const { states, newest } = follow();
  newest().onopen?.();
  newest().listeners.get("analysis")?.({ data: '{"version":9}' });
  newest().refuse();
  expect(states).toEqual(["live", "stale"]);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(FakeEventSource.opened).toHaveLength(2);
  expect(newest().url).toMatch(/after=9$/);
  newest().onopen?.();
  expect(states.at(-1)).toBe("live");
});

test("leaves it to the browser while that is reconnecting by itself", async () => {
  const { states, newest } = follow();
  newest().onerror?.();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(states).toEqual(["stale"]);
  expect(FakeEventSource.opened).toHaveLength(1);
});

test("keeps asking at least every twelve seconds, and not after it was stopped", async () => {
  const { stop, newest } = follow();
  for (let failure = 1; failure <= 8; failure++) {
    newest().refuse();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(FakeEventSource.opened).toHaveLength(failure + 1);
  }
  newest().refuse();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeEventSource.opened).toHaveLength(9);
});

test("takes 45 seconds without a word for a lost connection, heartbeats for a living one", async () => {
  const { states, newest } = follow();
  newest().onopen?.();
  for (let beat = 1; beat <= 4; beat++) {
    await vi.advanceTimersByTimeAsync(44_000);
    newest().listeners.get("heartbeat")?.({ data: "{}" });
  }
  expect(states).toEqual(["live"]);
  const silent = newest();
  await vi.advanceTimersByTimeAsync(45_000);
  expect(states).toEqual(["live", "stale"]);
  expect(silent.readyState).toBe(FakeEventSource.CLOSED);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(FakeEventSource.opened).toHaveLength(2);
});

test("does not wait for ever for the first answer", async () => {
  follow();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(FakeEventSource.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(FakeEventSource.opened).toHaveLength(2);
});

test("listens anew where the page was out of sight for ten seconds, and leaves it alone after less", async () => {
  const { stop, newest } = follow();
  newest().onopen?.();
  const turnAwayFor = async (ms: number) => {
    page.hidden = true;
    page.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(ms);
    page.hidden = false;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  await turnAwayFor(9_000);
  expect(FakeEventSource.opened).toHaveLength(1);
  const before = newest();
  await turnAwayFor(10_000);
  expect(FakeEventSource.opened).toHaveLength(2);
  expect(before.readyState).toBe(FakeEventSource.CLOSED);
  stop();
  await turnAwayFor(10_000);
  expect(FakeEventSource.opened).toHaveLength(2);
});
