import type { DirectoryFilter } from "@/lib/directory/directory-filter";
import type { DirectoryQuery } from "@/lib/directory/directory-query";
import { listPage } from "@/lib/directory/list-page";
import type { MapSource } from "@/lib/map/scene";
import { listMapSources } from "@/server/services/analyses/list-map-sources";
import type { ServiceContext } from "@/server/services/context";
import { countParticipants } from "@/server/services/conversations/list-public";
import { type DirectoryEntry, listDirectory } from "@/server/services/directory/list-directory";

/** One page of the conversations that were searched for, with what their cards show. */
export interface DirectoryPage {
  isEmpty: boolean;
  counts: Record<DirectoryFilter, number>;
  page: number;
  pages: number;
  open: DirectoryEntry[];
  closed: DirectoryEntry[];
  /** By conversation id, where the map may be shown. */
  maps: ReadonlyMap<number, MapSource>;
  /** By conversation id. */
  participants: ReadonlyMap<number, number>;
}

export async function loadDirectoryPage(
  context: ServiceContext,
  query: DirectoryQuery,
): Promise<DirectoryPage> {
  const { entries: all, ...directory } = await listDirectory(context, query);
  const { entries, page, pages } = listPage(all, query.page);
  const idsOf = (some: DirectoryEntry[]) => ({ conversationIds: some.map(({ id }) => id) });
  const [maps, participants] = await Promise.all([
    listMapSources(context, idsOf(entries.filter(({ isDisclosed }) => isDisclosed))),
    countParticipants(context, idsOf(entries)),
  ]);
  return {
    ...directory,
    page,
    pages,
    open: entries.filter(({ state }) => state === "open"),
    closed: entries.filter(({ state }) => state === "closed"),
    maps,
    participants,
  };
}
