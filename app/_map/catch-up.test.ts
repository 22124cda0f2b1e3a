import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { catchUpWith } from "./catch-up";

/** A server that answers when told to. */
function createServer() {
  const asked: { version: number; answer(): void; fail(): void }[] = [];
  const fetchOne = (version: number, signal: AbortSignal) =>
    new Promise<{ version: number }>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      asked.push({
        version,
        answer: () => resolve({ version }),
        fail: () => reject(new Error("away")),
      });
    });
  return { asked, fetchOne };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("skips what is overtaken while it is on its way", async () => {
  const { asked, fetchOne } = createServer();
  const shown: number[] = [];
  const { announce } = catchUpWith(1, fetchOne, ({ version }) => shown.push(version));
  announce(2);
  announce(3);
  announce(4);
  expect(asked.map(({ version }) => version)).toEqual([2]);
  asked[0]!.answer();
  await vi.advanceTimersByTimeAsync(0);
  asked[1]!.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual([2, 4]);
});

test("does not fetch what is there already", () => {
  const { asked, fetchOne } = createServer();
  catchUpWith(7, fetchOne, () => {}).announce(7);
  expect(asked).toEqual([]);
});

test("tries again after a failure, once", async () => {
  const { asked, fetchOne } = createServer();
  const shown: number[] = [];
  const { announce } = catchUpWith(0, fetchOne, ({ version }) => shown.push(version));
  announce(1);
  asked[0]!.fail();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveLength(2);
  asked[1]!.answer();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(2);
  expect(shown).toEqual([1]);
});

test("gives up an answer that never comes after a minute, and asks again", async () => {
  const { asked, fetchOne } = createServer();
  const shown: number[] = [];
  const { announce } = catchUpWith(0, fetchOne, ({ version }) => shown.push(version));
  announce(1);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked).toHaveLength(2);
  asked[1]!.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toEqual([1]);
});

test("delivers nothing once stopped", async () => {
  const { asked, fetchOne } = createServer();
  const shown: number[] = [];
  const { announce, stop } = catchUpWith(0, fetchOne, ({ version }) => shown.push(version));
  announce(1);
  stop();
  asked[0]!.answer();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown).toEqual([]);
  expect(asked).toHaveLength(1);
});
