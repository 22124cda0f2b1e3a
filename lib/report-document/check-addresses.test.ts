import { expect, test } from "vitest";
import { ConversationSettings } from "../schemas/conversation";
import { listCheckAddresses } from "./check-addresses";

type Told = Parameters<typeof listCheckAddresses>[0];

/** Texts are their keys. */
const words = {
  report: (key: string) => key,
  verify: (key: string) => `verify.${key}`,
} as Told["words"];

function listUrls(release: Told["release"], publicVotes: boolean): string[] {
  const settings = ConversationSettings.parse({ publicVotes });
  const conversation = { slug: "roads", settings } as Told["body"]["conversation"];
  const publicUrl = "https://plenum.example";
  const { links } = listCheckAddresses({
    view: null,
    release,
    words,
    body: { conversation },
    publicUrl,
  });
  return links.map(({ url }) => url.slice(publicUrl.length));
}

const release = { number: 3, voteListSha256: "ab".repeat(32) };
const base = "/api/v1/conversations/roads/export";

test("a published version links the files that it froze, and none of now", () => {
  expect(listUrls(release, true)).toEqual([
    "/c/roads",
    `${base}/export.zip?version=3`,
    `${base}/analysis.json?version=3`,
    `${base}/votes-canonical.csv?version=3`,
    `${base}/statements.xlsx?version=3`,
    "/verify",
  ]);
});

test("files with single votes are linked only where they are public", () => {
  expect(listUrls(release, false).filter((url) => url.includes("votes"))).toEqual([]);
  expect(listUrls(null, false)).not.toContain(`${base}/votes.csv`);
  expect(listUrls(null, true)).toContain(`${base}/votes.csv`);
});
