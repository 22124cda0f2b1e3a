import { shortAddress } from "@/lib/share/join-code";
import { getRuntime } from "@/server/runtime";
import { getJoinCode } from "@/server/services/conversations/join-code";

/** What is read out in a hall: `plenum.example/j/K7M-QXD`. */
export async function loadShortAddress(conversationId: number): Promise<string> {
  const { database, publicUrl } = getRuntime();
  return shortAddress(publicUrl, await getJoinCode({ db: database.db }, { conversationId }));
}
