import { setImmediate as nextTurn } from "node:timers/promises";
import postgres, { type TransactionSql } from "postgres";

const TRANSACTION_ABORTED = "25P02";

export interface CopyIn {
  write(rows: Buffer): Promise<void>;
  /** @throws Error when PostgreSQL refused the rows */
  finish(): Promise<void>;
  /** Ends it without the rows, so that the transaction can be rolled back. */
  abort(): Promise<void>;
}

/**
 * Begins `COPY target FROM STDIN` in text form within a transaction.
 * @param target a table with its columns, quoted
 */
export async function copyIn(tx: TransactionSql, target: string): Promise<CopyIn> {
  const stream = await tx.unsafe(`copy ${target} from stdin`).writable();
  let failure: unknown = null;
  stream.on("error", (error) => {
    failure = error;
  });

  return {
    async write(rows) {
      await new Promise<void>((resolve, reject) => {
        stream.write(rows, (error) => (error ? reject(failure ?? error) : resolve()));
      });
      if (failure) throw failure;
    },
    async abort() {
      if (stream.destroyed) return;
      const closed = new Promise<void>((resolve) => stream.once("close", resolve));
      stream.destroy(new Error("The copy was given up."));
      await closed;
    },
    async finish() {
      // The client tells nobody when rows are refused after the last one was sent. The next query
      // does, which is to be sent after the end of the rows.
      stream.end();
      await nextTurn();
      try {
        await tx`select 1`;
      } catch (error) {
        const isRefusal = error instanceof postgres.PostgresError;
        if (!isRefusal || error.code !== TRANSACTION_ABORTED) throw error;
        throw new Error(`PostgreSQL refused rows of ${target}; its log says why.`, {
          cause: error,
        });
      }
    },
  };
}
