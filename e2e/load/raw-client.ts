import { connect, type Socket } from "node:net";

export interface RawAnswer {
  status: number;
  body: string;
}

/** One keep-alive connection that costs the machine as little as possible, one request at a time. */
export interface RawClient {
  get(path: string, headers?: string): Promise<RawAnswer>;
  post(path: string, body: string, headers: string): Promise<RawAnswer>;
  close(): void;
}

export async function openRawClient(url: string): Promise<RawClient> {
  const { host } = new URL(url);
  const socket = await openSocket(url);
  const read = createReader(socket);
  return {
    get(path, headers = "") {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`);
      return read();
    },
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

/** @param localAddress one of this machine, which has as many ports again */
export async function openSocket(url: string, localAddress?: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const from = localAddress === undefined ? {} : { localAddress };
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, ...from });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return socket;
}

/** Answers of this API always say their length. */
function createReader(socket: Socket) {
  let received: Buffer = Buffer.alloc(0);
  let settle: ((answer: RawAnswer) => void) | null = null;
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
    new Promise<RawAnswer>((resolve, reject) => {
      settle = resolve;
      fail = reject;
    });
}
