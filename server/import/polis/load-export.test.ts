import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { loadPolisExport } from "./load-export";

const reference = referenceDir();

describe.skipIf(!reference)("real exports", () => {
  test.each(referenceConversations)("%s is read as the reference reads it", async (name) => {
    const dir = reference ?? "";
    const fixture = JSON.parse(await readFile(join(dir, "fixtures", `${name}.json`), "utf8"));
    const loaded = await loadPolisExport(join(dir, "data/polis", name));
    const voted = new Set(loaded.votes.statement);
    const ascending = (ids: number[]) => [...ids].sort((a, b) => a - b);
    expect(loaded.votes.value).toHaveLength(fixture.nVotes);
    expect(ascending([...new Set(loaded.votes.participant)])).toEqual(
      ascending(fixture.participantOrder),
    );
    expect(ascending([...voted])).toEqual(ascending(fixture.statementOrder));
    const rejected = loaded.statements.filter(({ moderation }) => moderation === "rejected");
    expect(rejected.map(({ id }) => id).filter((id) => voted.has(id))).toEqual(
      ascending(fixture.modOut),
    );
    expect(Object.fromEntries(loaded.publishedGroups)).toEqual(fixture.published.groups);
  });

  test("the history of vtaiwan ends in the votes of its matrix", async () => {
    const dir = join(reference ?? "", "data/polis/vtaiwan.uberx");
    const rows = (await readFile(join(dir, "participants-votes.csv"), "utf8")).trim().split("\n");
    const [header = [], ...cells] = rows.map((row) => row.split(","));
    const expected = new Map<string, number>();
    for (const row of cells) {
      for (const [at, name] of header.entries()) {
        if (/^\d+$/.test(name) && row[at]) expected.set(`${row[0]}/${name}`, Number(row[at]));
      }
    }
    const { votes } = await loadPolisExport(dir);
    const found = Array.from(
      votes.value,
      (value, i) => [`${votes.participant[i]}/${votes.statement[i]}`, value] as const,
    );
    expect(new Map(found)).toEqual(expected);
  });
});
