import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRandom } from "@/lib/math/random";

const PEOPLE = 400;
const VOTED_SHARE = 0.2;
const START_MS = Date.UTC(2026, 0, 1);

/** Writes a Pol.is export of two camps of 200 people who each voted on a fifth of so many statements. */
export async function writeManyStatements(dir: string, statements: number): Promise<void> {
  const random = createRandom(7);
  const comments = [
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body",
  ];
  for (let id = 0; id < statements; id += 1) {
    const body = `Proposal ${id}: the city should try this in the coming year, and tell the council what came of it.`;
    comments.push(`${START_MS + id},,${id},${id % PEOPLE},0,0,1,"${body}"`);
  }
  const votes = ["timestamp,datetime,comment-id,voter-id,vote"];
  for (let person = 0; person < PEOPLE; person += 1) {
    for (let id = 0; id < statements; id += 1) {
      if (random() > VOTED_SHARE) continue;
      const agrees = id % 3 === 0 || id % 2 === person % 2;
      const value = random() < 0.1 ? 0 : agrees ? 1 : -1;
      votes.push(`${START_MS + person * 3_600_000 + id},,${id},${person},${value}`);
    }
  }
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, "comments.csv"), `${comments.join("\n")}\n`);
  await writeFile(join(dir, "votes.csv"), `${votes.join("\n")}\n`);
  await writeFile(join(dir, "summary.csv"), "topic,Three thousand statements\n");
}
