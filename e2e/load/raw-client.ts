import { connect, type Socket } from "node:net";

/** One keep-alive connection that costs the machine as little as possible, one request at a time. */
export interface RawClient {
  post(path: string, body: string, headers: string): Promise<{ status: number; body: string }>;
  close(): void;
}

export async function openRawClient(url: string): Promise<RawClient> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  const read = createReader(socket);
  return {
    post(path, body, headers) {
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n${headers}` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return read();
    },
    close: () => socket.destroy(),
  };
}

/** Answers of this API always say their length. */
function createReader(socket: Socket) {
  let received: Buffer = Buffer.alloc(0);
  let settle: ((answer: { status: number; body: string }) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;
  socket.on("data", (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const head = received.toString("latin1", 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (received.length < end) return;
    const answer = {
      status: Number(head.slice(9, 12)),
      body: received.toString("utf8", headEnd + 4, end),
    };
    received = received.subarray(end);
    settle?.(answer);
  });
  socket.on("close", () => fail?.(new Error("The connection was closed.")));
  socket.on("error", (error) => fail?.(error));
  return () =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      settle = resolve;
      fail = reject;
    });
}
