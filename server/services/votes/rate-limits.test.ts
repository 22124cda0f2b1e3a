import { expect, test } from "vitest";
import { createRateLimits } from "./rate-limits";

const somebody = { participantKey: "somebody", addressKey: "home" };

function limitsAt(clock: { ms: number }) {
  return createRateLimits({ newcomersPerMinute: 60, nowMs: () => clock.ms });
}

test("a class behind one address gets in, a flood does not, and the wait is told", () => {
  const clock = { ms: 0 };
  const limits = limitsAt(clock);
  for (let i = 0; i < 60; i += 1) limits.takeNewcomer("school");
  expect(() => limits.takeNewcomer("school")).toThrow(
    expect.objectContaining({ code: "TOO_MANY_REQUESTS", retryAfterSeconds: 1 }),
  );
  limits.takeNewcomer("elsewhere");
  clock.ms += 1_000;
  limits.takeNewcomer("school");
  expect(() => limits.takeNewcomer("school")).toThrow();
});

test("a participant may send a hundred offline votes at once, but not without end", () => {
  const limits = limitsAt({ ms: 0 });
  for (let i = 0; i < 6; i += 1) limits.takeVotes("somebody", 100);
  expect(() => limits.takeVotes("somebody", 1)).toThrow(
    expect.objectContaining({ reason: "too-many-votes" }),
  );
});

test("being refused costs nothing, and what was not seen for ten minutes is forgotten", () => {
  const clock = { ms: 0 };
  const limits = limitsAt(clock);
  for (let i = 0; i < 20; i += 1) limits.takeStatement(somebody);
  for (let i = 0; i < 5; i += 1) expect(() => limits.takeStatement(somebody)).toThrow();
  clock.ms += 10_000;
  limits.takeStatement(somebody);
  clock.ms += 600_000;
  for (let i = 0; i < 20; i += 1) limits.takeStatement(somebody);
});

test("an address cannot flood a conversation with statements by throwing its tokens away", () => {
  const clock = { ms: 0 };
  const limits = limitsAt(clock);
  const write = (name: number, addressKey: string) =>
    limits.takeStatement({ participantKey: `${addressKey} ${name}`, addressKey });
  for (let i = 0; i < 300; i += 1) write(i, "school");
  expect(() => write(300, "school")).toThrow(
    expect.objectContaining({ reason: "too-many-statements", retryAfterSeconds: 1 }),
  );
  write(0, "elsewhere");
  clock.ms += 1_000;
  write(301, "school");
});

test("a hall in a live session may be as large as ten schools behind one address", () => {
  const limits = createRateLimits({ newcomersPerMinute: 3, nowMs: () => 0 });
  for (let person = 0; person < 30; person += 1) limits.takeNewcomerInHall("hall");
  expect(() => limits.takeNewcomerInHall("hall")).toThrow(/Too many/);
  limits.takeNewcomer("hall"); // counted apart
});
