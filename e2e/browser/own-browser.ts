import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type LaunchOptions } from "@playwright/test";

/** A browser with a profile on the disk, which outlives its process. */
export interface OwnBrowser {
  start(): Promise<BrowserContext>;
  /** Ends the process in the middle of whatever it does. */
  kill(context: BrowserContext): Promise<void>;
  remove(): Promise<void>;
}

export async function createOwnBrowser(options: LaunchOptions): Promise<OwnBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "plenum-profile-"));
  let last: BrowserContext | undefined;
  return {
    start: async () => {
      last = await chromium.launchPersistentContext(profile, options);
      return last;
    },
    kill: async (context) => {
      const closed = new Promise((resolve) => context.once("close", resolve));
      process.kill(await readPid(profile), "SIGKILL");
      await closed;
      // What a crash leaves; a browser that starts on another machine would find the same.
      for (const name of ["SingletonLock", "SingletonSocket", "SingletonCookie"]) {
        await rm(join(profile, name), { force: true });
      }
    },
    remove: async () => {
      await last?.close().catch(() => {}); // it may be dead already
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium locks its profile with a link to `<host>-<pid>`. */
async function readPid(profile: string): Promise<number> {
  const lock = await readlink(join(profile, "SingletonLock"));
  const pid = Number(lock.slice(lock.lastIndexOf("-") + 1));
  if (!(pid > 1)) throw new Error(`No process holds the profile: ${lock}`);
  return pid;
}
