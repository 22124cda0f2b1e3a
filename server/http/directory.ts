import { parseDirectoryQuery } from "@/lib/directory/directory-query";
import { formatDirectoryCsv } from "@/lib/directory/format-directory-csv";
import type { ServiceContext } from "../services/context";
import { countParticipants } from "../services/conversations/list-public";
import { listDirectory } from "../services/directory/list-directory";
import type { RouteRequest } from "./route";

/** The list of conversations as the home page shows it, all of its pages in one table. */
export async function handleDirectoryCsv({ runtime, req, res, query }: RouteRequest) {
  const ctx: ServiceContext = {
    db: runtime.database.db,
    actor: { kind: "anonymous" },
    now: () => new Date(),
  };
  const asked = parseDirectoryQuery((name) => query.get(name) ?? undefined);
  const { entries } = await listDirectory(ctx, asked);
  const conversationIds = entries.map(({ id }) => id);
  const participants = await countParticipants(ctx, { conversationIds });
  const rows = entries.map((entry) => ({
    ...entry,
    participants: participants.get(entry.id) ?? 0,
  }));
  const csv = Buffer.from(formatDirectoryCsv(rows, runtime.publicUrl));
  res.writeHead(200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Length": csv.length,
    "Content-Disposition": 'attachment; filename="conversations.csv"',
    "Cache-Control": "no-cache",
  });
  res.end(req.method === "HEAD" ? undefined : csv);
}
