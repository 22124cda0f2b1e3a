"use client";

import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import type { NextAnswer } from "@/lib/schemas/participation";
import { createDeck, type Deck, pin } from "@/lib/voting/deck";
import { loadReserve, saveReserve } from "./reserve";
import type { ChannelHandle, Participation } from "./use-channel";
import { savesData, whenIdle } from "./when-idle";

/** Enough for a ride through a tunnel. */
const reserveSize = 50;
/** With fewer in the hand, and more to be had, it is filled up again. */
const lowMark = 20;

interface Options {
  participation: Participation;
  channel: ChannelHandle;
  /** The server can be asked, and knows who asks. */
  isKnown: boolean;
  /** Statements here without a vote, and those in all. */
  open: number;
  left: number;
  /** Takes in an answer; must stay the same from one render to the next. */
  takeIn(answer: NextAnswer): void;
}

/**
 * Fetches statements ahead when the page is idle, and keeps them, and the page itself, for times
 * without a connection. In a frame only the open page holds them: the page around it is not ours.
 */
export function useReserve(options: Options): void {
  const { participation, channel, isKnown, open, left, takeIn } = options;
  const [hasFetched, setHasFetched] = useState(false);
  const isWanted = isKnown && (!hasFetched || (open < lowMark && left > open));
  useEffect(() => {
    if (!isWanted || savesData()) return;
    return whenIdle(async () => {
      const module = await import("./fetch-reserve").catch(() => null);
      const outcome = await module?.fetchReserve(channel.getChannel(), reserveSize);
      if (outcome?.kind !== "done") return;
      takeIn(outcome.answer);
      setHasFetched(true);
      if (!participation.isEmbedded) await keep(participation, channel, outcome.answer);
    });
  }, [isWanted, participation, channel, takeIn]);
}

async function keep(
  { conversationId, slug }: Participation,
  { store }: ChannelHandle,
  { next, remaining }: NextAnswer,
): Promise<void> {
  const total = remaining + store.read().counted.length;
  await saveReserve(conversationId, { statements: next, total });
  const module = await import("./keep-page").catch(() => null); // kept at the next visit, then
  await module?.keepPage(slug);
}

/** For a page that knows nobody: what this browser kept for it. Returns whether it has been looked up. */
export function useKeptDeck(
  conversationId: number,
  isWanted: boolean,
  setDeck: Dispatch<SetStateAction<Deck>>,
): boolean {
  const [isRead, setIsRead] = useState(!isWanted);
  useEffect(() => {
    if (!isWanted) return;
    loadReserve(conversationId).then((reserve) => {
      if (reserve) setDeck(({ past }) => ({ ...openAt(createDeck(reserve)), past }));
      setIsRead(true);
    });
  }, [isWanted, conversationId, setDeck]);
  return isRead;
}

/** Puts the statement first that the address names, if it is among those kept. */
function openAt(deck: Deck): Deck {
  const named = new URLSearchParams(location.search).get("statement");
  const statement = deck.upcoming.find(({ id }) => String(id) === named);
  return statement ? pin(deck, statement, null) : deck;
}
