import type { Socket } from "node:net";
import { openSocket } from "./raw-client";

/** A reader of the live events of a conversation that costs the machine as little as possible. */
export interface RawStream {
  close(): void;
}

/**
 * Opens a stream, and tells of every event as it comes, with its data as text.
 * @param localAddress one of this machine, which has as many ports again
 * @throws Error when the answer is not a stream
 */
export async function openRawStream(
  { url, slug, localAddress }: { url: string; slug: string; localAddress?: string },
  onEvent: (type: string, data: string) => void,
): Promise<RawStream> {
  const socket = await openSocket(url, localAddress);
  const { host } = new URL(url);
  socket.write(`GET /api/v1/conversations/${slug}/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await awaitHead(socket);
  let text = "";
  socket.on("data", (chunk: string) => {
    text += chunk;
    const end = text.lastIndexOf("\n\n");
    if (end < 0) return;
    for (const [, type, data] of text.slice(0, end).matchAll(eventPattern)) onEvent(type!, data!);
    text = text.slice(end + 2);
  });
  return { close: () => socket.destroy() };
}

const eventPattern = /^event: (\w+)\n(?:id: \d+\n)?data: (.*)$/gm;

/** What came with the head is left to be read. */
function awaitHead(socket: Socket): Promise<void> {
  socket.setEncoding("latin1");
  return new Promise((resolve, reject) => {
    let head = "";
    const listen = (chunk: string) => {
      head += chunk;
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      socket.off("data", listen);
      const isStream = head.startsWith("HTTP/1.1 200") && head.includes("text/event-stream");
      if (!isStream) return reject(new Error(`No stream was opened: ${head}`));
      socket.unshift(head.slice(end + 4), "latin1");
      resolve();
    };
    socket.on("data", listen);
    socket.once("close", () => reject(new Error("The connection was closed.")));
  });
}
