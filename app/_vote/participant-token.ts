import { host } from "./host";
import type { TokenKeeper } from "./token-keeper";

/**
 * In a frame on another site the browser may refuse our cookie. There the token of the answer is kept
 * in the frame's own storage, which browsers separate by the site around it; where that is refused too,
 * the page around keeps it and hands it over with the next visit.
 */
export function createTokenKeeper(conversationId: number): TokenKeeper {
  const key = `plenum-participant-${conversationId}`;
  let inMemory: string | null = null;
  return {
    read: () => attempt(() => localStorage.getItem(key)) ?? inMemory,
    keep: (token) => {
      inMemory = token;
      const isKept = attempt(() => {
        localStorage.setItem(key, token);
        return true;
      });
      if (!isKept) host.keepToken?.(token);
    },
    forget: () => {
      inMemory = null;
      attempt(() => localStorage.removeItem(key));
      host.keepToken?.(null);
    },
  };
}

/** On a page of our own the cookie does it all, and scripts need not hold the token. */
export const cookieOnly: TokenKeeper = { read: () => null, keep: () => {}, forget: () => {} };

function attempt<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null; // storage is blocked: memory has to do
  }
}
