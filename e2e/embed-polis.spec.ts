import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { referenceDir } from "@/server/testing/reference";
import { serveHost } from "./browser/serve-host";
import { expect, required, test } from "./fixtures";

const reference = referenceDir();

test("a page that embedded a conversation of Pol.is changes the address of the script alone", async ({
  page,
}) => {
  test.skip(reference === null, "there is no export here");
  const dir = join(reference ?? "", "data/polis/london.youth.policing");
  const env = {
    ...process.env,
    PLENUM_DATA: required("PLENUM_E2E_DATA"),
    PUBLIC_URL: required("PLENUM_E2E_URL"),
  };
  const command = ["bin/plenum.mjs", "import", dir, "--slug", "imported-from-polis"];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  expect(JSON.parse(stdout).polisId).toBe("9xxwa9jpkm");
  const origin = required("PLENUM_E2E_URL");
  const host = await serveHost(
    `<div class='polis' data-conversation_id='9xxwa9jpkm' data-ui_lang='en'></div>
     <script async src='${origin}/embed.js'></script>`,
  );
  const frame = page.frameLocator("iframe");
  try {
    await page.goto(host.url);
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText(
      "What is the best way to engage more young people in local scrutiny of policing?",
    );
    const agree = frame.getByRole("button", { name: "Agree", exact: true });
    await expect(agree).toHaveAttribute("aria-keyshortcuts", "A");
    const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
    await agree.click();
    expect((await answered).url()).toContain("/conversations/imported-from-polis/votes");
    await expect(frame.getByText(/^1 of \d+$/)).toBeVisible();
    await page.reload();
    await expect(frame.getByText(/^1 of \d+$/)).toBeVisible();
  } finally {
    host.close();
  }
});
