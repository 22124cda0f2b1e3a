import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./browser/find-chromium";
import { startServer } from "./browser/start-server";

/** The whole browser suite against the production build, on a database of its own. */
async function main(): Promise<number> {
  const chromium = findChromium();
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-e2e-"));
  const server = await startServer(dataDir);
  try {
    const owner = { email: "owner@example.org", password: "a long enough passphrase" };
    await server.command(
      ["user", "create", "--email", owner.email, "--owner", "--password-stdin"],
      owner.password,
    );
    const env = {
      ...process.env,
      PLENUM_E2E_URL: server.url,
      PLENUM_E2E_DATA: dataDir,
      PLENUM_E2E_CHROMIUM: chromium,
      PLENUM_E2E_EMAIL: owner.email,
      PLENUM_E2E_PASSWORD: owner.password,
    };
    const tests = spawn("npx", ["playwright", "test", ...process.argv.slice(2)], {
      env,
      stdio: "inherit",
    });
    const [code] = await once(tests, "exit");
    return code ?? 1;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
