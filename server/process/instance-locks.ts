import postgres from "postgres";

// Any two constants that nothing else on the server uses.
const MAIN_LOCK = 753_687;
const USE_LOCK = 753_688;

/** Session locks in the embedded database: the server frees them when their process dies. */
export interface InstanceLocks {
  /** True when no other process runs this data folder; then it is ours until release. */
  takeMain(): Promise<boolean>;
  /** Gives the locks back; true when no other process uses the database, so that it may be stopped. */
  releaseAndAskWhetherLast(): Promise<boolean>;
  /** Frees the connection. */
  close(): Promise<void>;
}

/** Says that this process uses the embedded database at `url`; `onLost` hears when the server is gone. */
export async function openInstanceLocks(
  url: string,
  onLost: () => void = () => {},
): Promise<InstanceLocks> {
  let isClosing = false;
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: "plenum lock" },
    onclose: () => {
      if (!isClosing) onLost();
    },
  });
  await sql`select pg_advisory_lock_shared(${USE_LOCK})`;
  return {
    takeMain: async () => {
      const [row] = await sql`select pg_try_advisory_lock(${MAIN_LOCK}) as taken`;
      return row?.taken === true;
    },
    releaseAndAskWhetherLast: async () => {
      isClosing = true;
      await sql`select pg_advisory_unlock_shared(${USE_LOCK})`;
      // Kept while the server is stopped: who comes now waits, finds it gone and starts it anew.
      const [row] = await sql`select pg_try_advisory_lock(${USE_LOCK}) as taken`;
      return row?.taken === true;
    },
    close: async () => {
      isClosing = true;
      await sql.end({ timeout: 1 });
    },
  };
}
