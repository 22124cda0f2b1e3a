import { expect, onTestFinished, test } from "vitest";
import type { PaintJob } from "@/server/services/previews/painter";
import { startPainter } from "./start-painter";

const dot: PaintJob = {
  kind: "svg",
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
};

function openPainter(times?: Parameters<typeof startPainter>[0]) {
  const painter = startPainter(times);
  onTestFinished(() => painter.close());
  return painter;
}

test("whoever asks for what breaks the painter is told, and the next gets a picture", async () => {
  const painter = openPainter();
  const [broken, next] = await Promise.allSettled([
    painter.paint({ kind: "svg", svg: "<svg" }),
    painter.paint(dot),
  ]);
  expect(broken).toMatchObject({ status: "rejected", reason: { reason: "not-painted" } });
  expect(next).toMatchObject({ status: "fulfilled" });
});

test("a picture that takes too long is given up", async () => {
  const painter = openPainter({ patienceMs: 1 });
  await expect(painter.paint(dot)).rejects.toMatchObject({ reason: "not-painted" });
});

test("a crowd that asks for different pictures is sent away, not queued without end", async () => {
  const painter = openPainter();
  const asked = Array.from({ length: 60 }, () => painter.paint(dot));
  const results = await Promise.allSettled(asked);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
  expect(results.at(-1)).toMatchObject({ reason: { reason: "painter-busy" } });
});

test("it starts again after a rest", async () => {
  const painter = openPainter({ idleMs: 1 });
  const first = await painter.paint(dot);
  expect((await painter.paint(dot)).equals(first)).toBe(true);
});

test("closed, it refuses", async () => {
  const painter = openPainter();
  const asked = [painter.paint(dot), painter.paint(dot)];
  await painter.close();
  for (const result of await Promise.allSettled(asked)) expect(result.status).toBe("rejected");
  await expect(painter.paint(dot)).rejects.toMatchObject({ reason: "painter-busy" });
});
