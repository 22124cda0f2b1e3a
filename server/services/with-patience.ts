import { databaseUnavailable } from "./errors";

/** Gives up on a database that neither answers nor fails; what was begun goes on unheard. */
export async function withPatience<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(databaseUnavailable()), patienceMs);
  });
  try {
    return await Promise.race([work, outOfPatience]);
  } finally {
    clearTimeout(timer);
  }
}
