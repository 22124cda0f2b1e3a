import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const START_TIMEOUT_MS = 300_000; // a first start builds

export interface RunningServer {
  url: string;
  process: ChildProcess;
  /** Runs a `plenum` command on the same data folder; returns what it printed. */
  command(args: string[], input?: string): Promise<string>;
  stop(): Promise<void>;
}

/** `npm start` on a data folder and a free port; resolves when it answers. */
export async function startServer(
  dataDir: string,
  extra: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PLENUM_DATA: dataDir,
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    ...extra,
  };
  const child = spawn(process.execPath, ["bin/plenum.mjs", "start"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  await waitForHealth(url, child, () => log);
  return {
    url,
    process: child,
    command: (args, input) => runCommand(args, env, input),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function waitForHealth(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null) break;
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (response?.ok) return;
  }
  child.kill("SIGTERM");
  throw new Error(`The server did not answer.\n${log()}`);
}

async function runCommand(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<string> {
  const child = spawn(process.execPath, ["bin/plenum.mjs", ...args], {
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stdin.end(input);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`plenum ${args.join(" ")} ended with ${code}.`);
  return output;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
