"use client";

import { useCallback, useState } from "react";
import type { OutboxStore } from "./outbox-store";
import { cookieOnly, createTokenKeeper, type TokenKeeper } from "./participant-token";
import type { Channel } from "./request-types";

export interface Participation {
  conversationId: number;
  slug: string;
  /** Made for this rendering of the page; one kept with unsent votes goes before it. */
  idempotencyKey: string;
  isEmbedded: boolean;
  /** The language in the address, for a form to come back in; null without a choice. */
  lang: string | null;
}

/** What a form sends along when there is no script to send it. */
export function hiddenFields(participation: Participation, key: string): Record<string, string> {
  const { isEmbedded, lang } = participation;
  return { idempotencyKey: key, ...(isEmbedded && { embed: "1" }), ...(lang && { lang }) };
}

/** Who this page speaks as: the one key and token that votes and statements share. */
export function useChannel(participation: Participation, store: OutboxStore) {
  const { conversationId, slug, idempotencyKey, isEmbedded } = participation;
  const [keeper] = useState<TokenKeeper>(() =>
    isEmbedded ? createTokenKeeper(conversationId) : cookieOnly,
  );
  const [key] = useState(() => store.read().idempotencyKey ?? idempotencyKey);
  const getChannel = useCallback(
    (): Channel => ({ slug, isEmbedded, idempotencyKey: key, token: keeper.read() }),
    [slug, isEmbedded, key, keeper],
  );
  return { keeper, key, getChannel };
}

export type ChannelHandle = ReturnType<typeof useChannel>;
