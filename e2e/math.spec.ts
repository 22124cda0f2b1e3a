import { expect, test } from "@playwright/test";
import { bundleRuns } from "./math/bundle";
import { listConversations } from "./math/conversations";
import { runs } from "./math/runs";

/** Anybody can recompute a result in their browser, and must get the same bytes. */
test.describe.configure({ timeout: 180_000 });
let script: string;
test.beforeAll(async () => {
  script = await bundleRuns();
});

for (const { name, conversation } of listConversations()) {
  test(`${name}: the browser computes the same bytes as the server`, async ({ page }) => {
    await page.addScriptTag({ content: script });
    const results = new Map<string, string>();
    for (const [run, compute] of Object.entries(runs)) {
      const expected = compute(conversation);
      const input = JSON.stringify(conversation);
      const inPage = await page.evaluate<string>(`math.runs.${run}(${input})`);
      expect(inPage.length, run).toBe(expected.length);
      expect(findDifference(inPage, expected), run).toBeNull();
      results.set(run, expected);
    }
    // Nor does it matter in what order votes came, or in how many goes.
    const [whole, pieces] = [results.get("plenum")!, results.get("plenumIncremental")!];
    expect(findDifference(pieces, whole)).toBeNull();
  });
}

/** What stands around the first difference, or null when there is none. */
function findDifference(a: string, b: string): [string, string] | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(at - 80, 0);
  return [a.slice(from, at + 40), b.slice(from, at + 40)];
}
