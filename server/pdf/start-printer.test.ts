import { expect, onTestFinished, test } from "vitest";
import { emptyPrintJob } from "@/server/testing/print-job";
import { startPrinter } from "./start-printer";

function openPrinter(limits?: Parameters<typeof startPrinter>[0]) {
  const printer = startPrinter(limits);
  onTestFinished(() => printer.close());
  return printer;
}

test("tells what it does, and what it makes is a PDF", async () => {
  const steps: string[] = [];
  const file = await openPrinter().print(emptyPrintJob, (step) => steps.push(step));
  expect(steps).toEqual(["gathering", "setting", "writing"]);
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
});

test("the same report gives the same bytes", async () => {
  const printer = openPrinter();
  const first = await printer.print(emptyPrintJob, () => {});
  expect((await printer.print(emptyPrintJob, () => {})).equals(first)).toBe(true);
});

test("a report that takes too long or too much memory is given up", async () => {
  for (const limits of [{ patienceMs: 1 }, { memoryMb: 1 }]) {
    const printed = openPrinter(limits).print(emptyPrintJob, () => {});
    await expect(printed).rejects.toMatchObject({ reason: "not-printed" });
  }
});
