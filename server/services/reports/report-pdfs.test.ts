import { expect, test } from "vitest";
import { emptyPrintJob } from "@/server/testing/print-job";
import type { ReportSource } from "./load-source";
import type { PrintJob, PrintStep } from "./printer";
import { createReportPdfs } from "./report-pdfs";

/** A printer whose files are handed over by the test. */
function createPress({ mostBytes }: { mostBytes?: number } = {}) {
  const jobs: {
    job: PrintJob;
    tell(step: PrintStep): void;
    deliver(file: Buffer): void;
    fail(): void;
  }[] = [];
  const printer = {
    print(job: PrintJob, onStep: (step: PrintStep) => void) {
      return new Promise<Buffer>((deliver, reject) => {
        jobs.push({ job, tell: onStep, deliver, fail: () => reject(new Error("jam")) });
      });
    },
    close: async () => {},
  };
  const options = { printer, publicUrl: "https://plenum.example", timeZone: "UTC", mostBytes };
  return { jobs, pdfs: createReportPdfs(options) };
}

const { source } = emptyPrintJob;
const withTitle = (title: string): ReportSource => ({
  ...source,
  body: { ...source.body, conversation: { ...source.body.conversation, title } },
});
const withVotes = (votes: number): ReportSource => ({
  ...source,
  body: { ...source.body, participation: { ...source.body.participation, votes } },
});

test("the same report is made once, another language or text by itself", async () => {
  const { jobs, pdfs } = createPress();
  const first = pdfs.make(1, { source, locale: "en" });
  expect(pdfs.make(1, { source, locale: "en" })).toBe(first);
  pdfs.make(1, { source, locale: "ar" });
  pdfs.make(1, { source: withTitle("Another"), locale: "en" });
  pdfs.make(2, { source, locale: "en" });
  expect(jobs).toHaveLength(4);
  jobs[0]!.deliver(Buffer.from("file"));
  expect((await first.file).toString()).toBe("file");
  expect(first.step).toBe("ready");
  expect(pdfs.make(1, { source, locale: "en" })).toBe(first);
  expect(pdfs.find(1, first.key)).toBe(first);
  expect(pdfs.find(2, first.key)).toBeNull();
});

test("while votes come in one file of a conversation is made at a time", async () => {
  const { jobs, pdfs } = createPress();
  const first = pdfs.make(1, { source: withVotes(1), locale: "en" });
  expect(pdfs.make(1, { source: withVotes(2), locale: "en" })).toBe(first);
  jobs[0]!.deliver(Buffer.from("one"));
  await first.file;
  const second = pdfs.make(1, { source: withVotes(2), locale: "en" });
  expect(second.key).not.toBe(first.key);
  expect(jobs).toHaveLength(2);
});

test("says how far it is and how many are made before it", async () => {
  const { jobs, pdfs } = createPress();
  const first = pdfs.make(1, { source, locale: "en" });
  const second = pdfs.make(2, { source, locale: "en" });
  jobs[0]!.tell("setting");
  expect([first.step, pdfs.countAhead(first)]).toEqual(["setting", 0]);
  expect([second.step, pdfs.countAhead(second)]).toEqual(["waiting", 1]);
});

test("a failure is told to those who wait, and whoever asks anew gets a new one", async () => {
  const { jobs, pdfs } = createPress();
  const failed = pdfs.make(1, { source, locale: "en" });
  jobs[0]!.fail();
  await expect(failed.file).rejects.toThrow("jam");
  expect(pdfs.find(1, failed.key)).toMatchObject({ step: "failed" });
  const again = pdfs.make(1, { source, locale: "en" });
  expect(again).not.toBe(failed);
  expect(again.key).toBe(failed.key);
});

test("keeps the files asked for last, while there is room", async () => {
  const { jobs, pdfs } = createPress({ mostBytes: 10 });
  const make = async (conversationId: number) => {
    const pdf = pdfs.make(conversationId, { source, locale: "en" });
    jobs.at(-1)!.deliver(Buffer.alloc(5));
    await pdf.file;
    return pdf;
  };
  const [first, second] = [await make(1), await make(2)];
  pdfs.make(1, { source, locale: "en" });
  await make(3);
  expect(pdfs.find(1, first.key)).toBe(first);
  expect(pdfs.find(2, second.key)).toBeNull();
});
