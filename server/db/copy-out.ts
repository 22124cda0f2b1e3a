import postgres from "postgres";

/**
 * Streams `COPY (query) TO STDOUT` in text form, from the snapshot that another transaction exported.
 * Each call has a connection of its own: after a COPY the client leaves its socket paused.
 */
export async function* copyOut(options: {
  url: string;
  query: string;
  snapshot: string;
}): AsyncGenerator<Buffer> {
  const sql = postgres(options.url, {
    max: 1,
    fetch_types: false,
    connection: { application_name: "plenum copy" },
    onnotice: () => {},
  });
  try {
    await sql.unsafe("begin isolation level repeatable read read only");
    await sql.unsafe(`set transaction snapshot '${options.snapshot}'`);
    // Text that any server reads alike, whatever this one is set to.
    await sql.unsafe("set local datestyle to iso; set local timezone to 'UTC'");
    await sql.unsafe("set local intervalstyle to postgres; set local bytea_output to hex");
    yield* await sql.unsafe(`copy (${options.query}) to stdout`).readable();
  } finally {
    await sql.end({ timeout: 0 });
  }
}
