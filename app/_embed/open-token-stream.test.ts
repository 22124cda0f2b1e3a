import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { host } from "../_vote/host";
import { openTokenStream } from "./open-token-stream";

const told: unknown[][] = [];
const handlers = {
  onOpen: () => told.push(["open"]),
  onLost: (isOver: boolean) => told.push(["lost", isOver]),
  onEvent: (type: string, data: string) => told.push([type, data]),
};
const asked = vi.fn<typeof fetch>();

beforeEach(() => {
  told.length = 0;
  host.reader = {
    headers: async () => ({ Authorization: "Participant v1.me" }),
    openStream: openTokenStream,
  };
  vi.stubGlobal("fetch", asked);
});
afterEach(() => {
  host.reader = undefined;
  asked.mockReset();
  vi.unstubAllGlobals();
});

function answerOf(parts: string[]): Response {
  const encoder = new TextEncoder();
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(encoder.encode(part));
        controller.close();
      },
    }),
  );
}

test("tells each event once it is whole, with the token in a header, and that it is over", async () => {
  const parts = [
    "retry: 2000\n\n:\n\neve",
    'nt: analysis\nid: 5\ndata: {"version":5}\n',
    "\nevent: x",
  ];
  asked.mockResolvedValue(answerOf(parts));
  openTokenStream("/events?after=4", handlers);
  await expect.poll(() => told.at(-1)).toEqual(["lost", true]);
  expect(told).toEqual([["open"], ["analysis", '{"version":5}'], ["lost", true]]);
  expect(asked.mock.calls[0]?.[0]).toBe("/events?after=4");
  expect(asked.mock.calls[0]?.[1]?.headers).toEqual({ Authorization: "Participant v1.me" });
});

test("a refusal and a lost connection are the end of it; one that was closed tells nothing", async () => {
  asked.mockResolvedValueOnce(new Response(null, { status: 503 }));
  asked.mockRejectedValueOnce(new TypeError("away"));
  asked.mockResolvedValueOnce(answerOf(["event: statements\ndata: {}\n\n"]));
  openTokenStream("/events", handlers);
  await expect.poll(() => told).toEqual([["lost", true]]);
  openTokenStream("/events", handlers);
  await expect.poll(() => told).toHaveLength(2);
  const close = openTokenStream("/events", handlers);
  close();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(3));
  expect(asked.mock.calls[2]?.[1]?.signal?.aborted).toBe(true);
});
