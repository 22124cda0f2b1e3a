import { createServer, type Server } from "node:net";
import { platform } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const RETRY_MS = 50;

/**
 * Runs `work` while no other process on this machine runs one under the same name. The lock is an
 * abstract socket, which the kernel frees with its process: nothing stale can remain. Only Linux has
 * those; elsewhere PostgreSQL's own lock file must do.
 */
export async function withStartMutex<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (platform() !== "linux") return work();
  const lock = await takeLock(`\0plenum-${name}`);
  try {
    return await work();
  } finally {
    await new Promise((resolve) => lock.close(resolve));
  }
}

async function takeLock(path: string): Promise<Server> {
  for (;;) {
    const server = createServer((socket) => socket.destroy());
    const isTaken = await new Promise<boolean>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" ? resolve(true) : reject(error),
      );
      server.listen(path, () => resolve(false));
    });
    if (!isTaken) return server;
    await sleep(RETRY_MS);
  }
}
