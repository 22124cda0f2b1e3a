import { build } from "esbuild";

/** What `e2e/math/runs.ts` exports, as a script that leaves it in the variable `math` of a page. */
export async function bundleRuns(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["e2e/math/runs.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "math",
    platform: "browser",
  });
  return outputFiles[0]!.text;
}
