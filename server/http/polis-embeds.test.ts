import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);

async function follow(path: string): Promise<[number, string | null]> {
  const response = await fetch(`${server.url}/polis/${path}`, { redirect: "manual" });
  return [response.status, response.headers.get("location")];
}

test("an id of Pol.is leads to the conversation that took it over, and never to its namesake", async () => {
  const { id, slug } = await createTestConversation(database.db);
  const namesake = await createTestConversation(database.db);
  const change = (id: number, values: Partial<typeof conversations.$inferInsert>) =>
    database.db.update(conversations).set(values).where(eq(conversations.id, id));
  await change(id, { polisId: "3came4over" });
  await change(namesake.id, { slug: "3came4over" });
  expect(await follow("3came4over?lang=de&theme=dark")).toEqual([
    302,
    `/embed/${slug}?lang=de&theme=dark`,
  ]);
  await change(id, { state: "draft" });
  expect(await follow("3came4over")).toEqual([302, "/embed/3came4over"]);
});

test("what is no id is tried as a slug, on this server only", async () => {
  expect(await follow("town-hall")).toEqual([302, "/embed/town-hall"]);
  expect(await follow("%2F%2Fevil.example%2F")).toEqual([302, "/embed/%2F%2Fevil.example%2F"]);
});
