import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import {
  NOTIFICATION_CHANNEL,
  type Notification,
  parseNotification,
} from "@/lib/schemas/notification";
import type { Sql } from "@/server/db/client";

const RECONNECT_MS = 500;

export interface Listener {
  /** The listening connection; short queries may share it. */
  sql: Sql;
  close(): Promise<void>;
}

/**
 * Listens on one connection and takes a new one whenever it is lost.
 * `onListening` is called each time: what was said in between was not heard.
 * @throws when the first connection cannot be had
 */
export async function listen(options: {
  url: string;
  name: string;
  onNotification(notification: Notification): void;
  onListening?(): void;
}): Promise<Listener> {
  let isClosed = false;
  let reportLost = () => {};
  const settings = {
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    connection: { application_name: options.name },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    onnotice: () => {},
    onnotify: (_channel: string, payload: string) => {
      const notification = parseNotification(payload);
      if (notification) options.onNotification(notification);
    },
    onclose: () => reportLost(),
  };
  // The client's own listen() gives up when its one attempt to reconnect fails.
  const sql = postgres(options.url, settings);

  async function connect(): Promise<{ lost: Promise<void> }> {
    const lost = new Promise<void>((resolve) => {
      reportLost = resolve;
    });
    await sql`listen ${sql(NOTIFICATION_CHANNEL)}`;
    options.onListening?.();
    return { lost };
  }

  async function keepConnected(first: { lost: Promise<void> }): Promise<void> {
    let { lost } = first;
    while (!isClosed) {
      await lost;
      while (!isClosed) {
        try {
          ({ lost } = await connect());
          break;
        } catch {
          await sleep(RECONNECT_MS); // the server is away: whoever polls will say so
        }
      }
    }
  }

  const first = await connect().catch(async (error: unknown) => {
    await sql.end({ timeout: 1 });
    throw error;
  });
  void keepConnected(first);
  return {
    sql,
    async close() {
      isClosed = true;
      await sql.end({ timeout: 1 });
      reportLost();
    },
  };
}
