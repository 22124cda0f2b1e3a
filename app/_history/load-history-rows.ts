import { chooseRows, type HistoryRow } from "@/lib/history/choose-rows";
import { getRuntime } from "@/server/runtime";
import { findHistorySteps } from "@/server/services/analyses/find-history-steps";

/** As many as a table is read through. */
const rowCount = 12;

/** How a conversation developed, to somebody who may see that; none until its history was asked for. */
export async function loadHistoryRows(conversationId: number): Promise<HistoryRow[]> {
  const { db } = getRuntime().database;
  return chooseRows(await findHistorySteps({ db }, { conversationId }), rowCount);
}
