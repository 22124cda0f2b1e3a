import { host } from "./host";
import { createTokenKeeper } from "./participant-token";

/** The token of whoever takes part in this frame, wherever it is kept; null without one. */
export async function findOwnToken(conversationId: number): Promise<string | null> {
  await host.identified;
  return host.token ?? (host.keeper ?? createTokenKeeper(conversationId)).read();
}

/** For requests of a frame whose cookie the browser may refuse. */
export async function ownHeaders(conversationId: number): Promise<Record<string, string>> {
  const token = await findOwnToken(conversationId);
  return token === null ? {} : { Authorization: `Participant ${token}` };
}
