import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRandom } from "@/lib/math/random";

interface Camps {
  participants: number;
  statements: number;
  camps: number;
  seed: number;
}

/**
 * The votes of people in camps: each camp has its own side on every statement, and everybody strays
 * from it on a quarter of those they vote on, which are two thirds.
 */
export function voteInCamps({ participants, statements, camps, seed }: Camps) {
  const random = createRandom(seed);
  const sides = Array.from({ length: camps }, () =>
    Array.from({ length: statements }, () => (random() < 0.5 ? 1 : -1)),
  );
  const votes: [participant: number, statement: number, value: number][] = [];
  for (let participant = 0; participant < participants; participant++) {
    const side = sides[participant % camps]!;
    for (let statement = 0; statement < statements; statement++) {
      if (random() >= 2 / 3) continue;
      const strays = random() < 0.25;
      votes.push([participant, statement, strays ? 0 - side[statement]! : side[statement]!]);
    }
  }
  return votes;
}

/** Writes them as a Pol.is export (where agreement is -1 in votes.csv) to be imported. */
export async function writeCamps(dir: string, camps: Camps): Promise<void> {
  await mkdir(dir, { recursive: true });
  const comments = Array.from(
    { length: camps.statements },
    (_, id) => `${1500000000000 + id},x,${id},0,0,0,1,Measure ${id} is right for our town.`,
  );
  const votes = voteInCamps(camps).map(
    ([participant, statement, value]) =>
      `${1500000100000 + participant * 1000 + statement},x,${statement},${participant},${value}`,
  );
  const files = {
    "summary.csv": `topic,${camps.participants} people\nvoters,${camps.participants}\n`,
    "comments.csv": `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n${comments.join("\n")}\n`,
    "votes.csv": `timestamp,datetime,comment-id,voter-id,vote\n${votes.join("\n")}\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
}
