import { join } from "node:path";
import { build } from "esbuild";
import { serviceWorkerFile } from "../http/service-worker-file";
import { projectRoot } from "./project-root";

/** Makes one script of the service worker, which Next has no way to build. */
export async function buildServiceWorker(): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [join("app", "_offline", "service-worker.ts")],
    outfile: serviceWorkerFile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  });
}
