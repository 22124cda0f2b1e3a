"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import { DeckEnd } from "./deck-end";
import type { OutboxStore } from "./outbox-store";
import { Progress } from "./progress";
import { ShortcutSetting, useShortcutSetting } from "./shortcut-setting";
import { StatementCard } from "./statement-card";
import { type ChannelHandle, hiddenFields, type Participation } from "./use-channel";
import { isWriting, useShortcuts } from "./use-shortcuts";
import { useVoting, type VotingStart } from "./use-voting";
import { VotingNotices } from "./voting-notices";

interface Props {
  participation: Participation;
  start: VotingStart;
  store: OutboxStore;
  channel: ChannelHandle;
  mayWrite: boolean;
  /** Told of every change of the number of statements voted on, and of which was the last here. */
  onVoted(voted: number, last: NextStatement | null): void;
}

const announcements = { "1": "votedAgree", "-1": "votedDisagree", "0": "votedPass" } as const;

/** One statement at a time, the next already there; focus and voice follow the eye. */
export function Voter({ participation, start, store, channel, mayWrite, onVoted }: Props) {
  const t = useTranslations("vote");
  const { deck, shown, waiting, refusal, cast, undo, lookForMore } = useVoting(
    start,
    store,
    channel,
  );
  const [announcement, setAnnouncement] = useState("");
  const [importantId, setImportantId] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shownId = shown?.id;
  const focused = useRef(shownId);

  const isImportant = importantId !== null && importantId === shownId;
  const vote = (value: VoteValue) => {
    if (!shown) return;
    cast(value, isImportant);
    setAnnouncement(t(announcements[`${value}`]));
  };
  const takeBack = () => {
    if (undo()) setAnnouncement(t("undone"));
  };

  useEffect(() => {
    if (focused.current === shownId) return;
    focused.current = shownId;
    // Not away from somebody who is writing: a statement may also arrive by itself.
    if (!isWriting(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [shownId]);
  const last = deck.past.at(-1) ?? null;
  useEffect(() => onVoted(deck.voted, last), [deck.voted, last, onVoted]);
  const hasKeys = useShortcuts(useShortcutSetting(), { vote, undo: takeBack });

  return (
    <div className="grid gap-2">
      <Progress
        voted={deck.voted}
        total={deck.voted + deck.remaining}
        waiting={waiting}
        onUndo={deck.past.length > 0 ? takeBack : undefined}
      />
      {shown ? (
        <StatementCard
          key={shown.id}
          statement={shown}
          action={`/api/v1/conversations/${participation.slug}/votes`}
          hidden={hiddenFields(participation, channel.key)}
          heading={heading}
          isMoving={deck.past.length > 0}
          isImportant={isImportant}
          hasKeys={hasKeys}
          onImportant={(important) => setImportantId(important ? shown.id : null)}
          onVote={vote}
        />
      ) : (
        <DeckEnd
          heading={heading}
          hasVoted={deck.voted > 0}
          hasMore={deck.remaining > 0}
          mayWrite={mayWrite}
          isWaiting={waiting > 0}
          onLook={lookForMore}
        />
      )}
      <VotingNotices waiting={waiting} refusal={refusal} announcement={announcement} />
      {shown && <ShortcutSetting />}
    </div>
  );
}
