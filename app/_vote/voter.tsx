"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import { useAnnouncer } from "./announcer";
import { DeckEnd } from "./deck-end";
import { host } from "./host";
import { LinkedNotice } from "./linked-notice";
import { Progress } from "./progress";
import { ShortcutSetting, useShortcutSetting } from "./shortcut-setting";
import { StatementCard } from "./statement-card";
import { type ChannelHandle, hiddenFields, type Participation } from "./use-channel";
import { useLink } from "./use-link";
import { isWriting, useShortcuts } from "./use-shortcuts";
import { useVoting } from "./use-voting";
import { VotingNotices } from "./voting-notices";
import type { VotingStart } from "./voting-start";

interface Props {
  participation: Participation;
  start: VotingStart;
  channel: ChannelHandle;
  mayWrite: boolean;
  /** Something else is to be voted on first: its keys are not this one's. */
  isAside: boolean;
  /** Where to vote on a statement that is not on the card; it goes the way of all votes. */
  castOther: RefObject<CastOther | null>;
  /** Told of every change of the number of statements voted on, and of which was the last here. */
  onVoted(voted: number, last: NextStatement | null): void;
}

export type CastOther = (statement: number, value: VoteValue, important: boolean) => void;

const announcements = { "1": "votedAgree", "-1": "votedDisagree", "0": "votedPass" } as const;

/** One statement at a time, the next already there; focus and voice follow the eye. */
export function Voter({
  participation,
  start,
  channel,
  mayWrite,
  isAside,
  castOther,
  onVoted,
}: Props) {
  const t = useTranslations("vote");
  const voting = useVoting(participation, start, channel);
  const { shown, choice, progress, last, delivery, mayUndo, isAway } = voting;
  const link = useLink(start.direct === "missing");
  const [announced, announce] = useAnnouncer();
  const [marked, setMarked] = useState<{ id: number; isImportant: boolean } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnNew(heading, shown?.id);

  const isImportant =
    shown && marked?.id === shown.id ? marked.isImportant : (choice?.important ?? false);
  const vote = (value: VoteValue) => {
    if (!shown) return;
    voting.cast(value, isImportant);
    link.leave();
    setMarked(null);
    announce(t(announcements[`${value}`]));
  };
  const takeBack = () => {
    if (!isAside && voting.undo()) announce(t("undone"));
  };
  useEffect(() => {
    castOther.current = voting.castOther;
  }, [castOther, voting.castOther]);
  useEffect(() => onVoted(progress.voted, last), [progress.voted, last, onVoted]);
  const { voted, total } = progress;
  useEffect(() => {
    if (last) host.onVoted?.(voted, total);
  }, [voted, total, last]);
  const hasKeys = useShortcuts(useShortcutSetting() && !isAside, { vote, undo: takeBack });

  return (
    <div className="grid gap-2">
      <Progress {...progress} delivery={delivery} onUndo={mayUndo ? takeBack : undefined} />
      {link.isMissing && <LinkedNotice />}
      {shown && !delivery.isOver ? (
        <StatementCard
          key={shown.id}
          statement={shown}
          choice={choice}
          action={`/api/v1/conversations/${participation.slug}/votes`}
          hidden={hiddenFields(participation, channel.key)}
          heading={heading}
          isMoving={mayUndo}
          isImportant={isImportant}
          hasKeys={hasKeys}
          onImportant={(isImportant) => setMarked({ id: shown.id, isImportant })}
          onVote={vote}
        />
      ) : (
        <DeckEnd
          heading={heading}
          hasVoted={progress.voted > 0}
          isOver={delivery.isOver}
          hasMore={voting.hasMore}
          mayWrite={mayWrite}
          isWaiting={isAway || delivery.waiting > 0}
          onLook={voting.lookForMore}
        />
      )}
      <VotingNotices delivery={delivery} isAway={isAway} announced={announced} />
      {shown && <ShortcutSetting />}
    </div>
  );
}

function useFocusOnNew(
  heading: { current: HTMLHeadingElement | null },
  shownId: number | undefined,
): void {
  const focused = useRef(shownId);
  useEffect(() => {
    if (focused.current === shownId) return;
    focused.current = shownId;
    // Not away from somebody who is writing: a statement may also arrive by itself.
    if (!isWriting(document.activeElement)) goTo(heading.current);
  }, [heading, shownId]);
}

/** Nothing moves while the statement is in view; zoomed in, it may have been left above. */
function goTo(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
  if (heading && heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
}
