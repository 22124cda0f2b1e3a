import type postgres from "postgres";
import { isConnectionLost } from "./database-errors";

type Begin = postgres.Sql["begin"];
type Work<T> = (tx: postgres.TransactionSql) => T | Promise<T>;

// Named, because a server may have another default, and what waits for a row's lock has to read the row
// as the holder left it.
const USUAL_LEVEL = "isolation level read committed";

/**
 * postgres.js 3.4 answers a lost connection by sending it a rollback, and writing to the socket that is
 * gone ends the process (porsager/postgres 1154 and 1208). Here the rollback is never sent, and whoever
 * still holds the transaction cannot send anything outside of it.
 */
export function makeSafeBegin(begin: Begin): Begin {
  return function safeBegin<T>(first: string | Work<T>, second?: Work<T>) {
    const options = typeof first === "string" ? first : USUAL_LEVEL;
    const work = typeof first === "string" ? second! : first;
    let isOver = false;
    let lose: (error: unknown) => void = () => {};
    const lost = new Promise<never>((_, reject) => {
      lose = reject;
    });
    const run = async (tx: postgres.TransactionSql): Promise<T> => {
      try {
        return await work(refuseWhenOver(tx, () => isOver));
      } catch (error) {
        if (!isOver && !isConnectionLost(error)) throw error;
        lose(error);
        return new Promise<never>(() => {}); // settling it would send the rollback
      }
    };
    return Promise.race([begin(options, run), lost]).finally(() => {
      isOver = true;
    });
  };
}

function refuseWhenOver(
  tx: postgres.TransactionSql,
  isOver: () => boolean,
): postgres.TransactionSql {
  const assertRunning = () => {
    if (isOver()) throw new Error("The transaction is over; its connection was lost or it ended.");
  };
  return new Proxy(tx, {
    apply(target, self, values) {
      assertRunning();
      return Reflect.apply(target, self, values);
    },
    get(target, key) {
      assertRunning();
      return Reflect.get(target, key);
    },
  });
}
