import type { Queryable } from "./client";

interface Asked<Key, Answer> {
  key: Key;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Turns a question about many into one about each: whoever asks while an answer is under way is gathered
 * with the others, and all are answered by the next one. What is answered is never older than the asking.
 * @param ask gets the keys as they came, one may be there twice; answers in their order
 */
export function gather<Key, Answer>(
  ask: (db: Queryable, keys: Key[]) => Promise<Answer[]>,
): (db: Queryable, key: Key) => Promise<Answer> {
  const gathered = new WeakMap<Queryable, Asked<Key, Answer>[]>();

  async function askInTurn(db: Queryable, waiting: Asked<Key, Answer>[]): Promise<void> {
    await null; // whoever asks in the same moment
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostAtOnce);
      try {
        const answers = await ask(
          db,
          batch.map(({ key }) => key),
        );
        for (const [at, { resolve }] of batch.entries()) resolve(answers[at]!);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    gathered.delete(db);
  }

  return (db, key) =>
    new Promise((resolve, reject) => {
      const asked = { key, resolve, reject };
      const waiting = gathered.get(db);
      if (waiting) {
        waiting.push(asked);
        return;
      }
      const first = [asked];
      gathered.set(db, first);
      void askInTurn(db, first);
    });
}

const mostAtOnce = 500;
