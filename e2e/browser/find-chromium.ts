import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * A Chromium to test with: the system's if it is there, else Debian's when root may install it,
 * else the one that Playwright downloads.
 * @throws Error saying what was tried when none can be had
 */
export function findChromium(): string {
  const found = findOnPath() ?? installFromDebian() ?? installFromPlaywright();
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium. None is on the PATH, it could not be installed with apt-get " +
      "(only root on Debian can) and Playwright could not download its own. " +
      "Install Chromium, or run `npx playwright install chromium` where there is a network.",
  );
}

function findOnPath(): string | null {
  for (const folder of (process.env.PATH ?? "").split(":")) {
    for (const name of names) {
      const path = `${folder}/${name}`;
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for us: the next candidate
  }
}

function installFromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return null;
  process.stderr.write("Installing Debian's Chromium for the browser tests.\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  if (!run("update", "-qq")) return null;
  if (!run("install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"))
    return null;
  return findOnPath();
}

function installFromPlaywright(): string | null {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  process.stderr.write("Downloading Playwright's Chromium for the browser tests.\n");
  try {
    execFileSync("npx", ["playwright", "install", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch {
    return null; // the caller says what was tried
  }
  return existsSync(own) ? own : null;
}
