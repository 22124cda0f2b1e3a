import { connect, createServer, type Socket } from "node:net";

/** Stands between a browser and a server that can go away. */
export interface CutOffProxy {
  url: string;
  /** From now on nobody is there: connections break, new ones are refused. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** The connections that there are carry nothing any more, and neither side is told. */
  fallSilent(): void;
}

export async function startCutOffProxy(server: string): Promise<CutOffProxy> {
  const target = new URL(server);
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(Number(target.port), "127.0.0.1");
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => proxy.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("No free port.");
  const { port } = address;
  return {
    url: `http://localhost:${port}`,
    goAway: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    comeBack: () => listen(port),
    fallSilent() {
      for (const socket of sockets) socket.unpipe().resume();
    },
  };
}
