"use client";

import { useState } from "react";
import { host } from "./host";
import { createOutboxStore, type OutboxStore } from "./outbox-store";
import { cookieOnly, createTokenKeeper } from "./participant-token";
import type { Channel } from "./request-types";
import type { TokenKeeper } from "./token-keeper";

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

/** Who this page speaks as, and the votes that it has not sent yet. */
export interface ChannelHandle {
  store: OutboxStore;
  keeper: TokenKeeper;
  /** The key of this rendering. */
  key: string;
  /** The one key and token that votes and statements share now. */
  getChannel(): Channel;
}

export function useChannel(participation: Participation): ChannelHandle {
  const [handle] = useState(() => createHandle(participation));
  return handle;
}

function createHandle(participation: Participation): ChannelHandle {
  const { conversationId, slug, idempotencyKey: key, isEmbedded } = participation;
  const isByCookie = !isEmbedded && globalThis.navigator?.cookieEnabled !== false;
  const store = createOutboxStore({ conversationId, slug, isByCookie });
  const keeper = isByCookie ? cookieOnly : (host.keeper ?? createTokenKeeper(conversationId));
  const getChannel = () => ({
    slug,
    isEmbedded,
    idempotencyKey: host.key ?? store.read().idempotencyKey ?? key,
    token: keeper.read(),
  });
  return { store, keeper, key, getChannel };
}
