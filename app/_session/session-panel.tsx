"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { shownText } from "@/lib/i18n/shown-text";
import type { SessionAnswer } from "@/lib/schemas/live-session";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import type { Choice } from "@/lib/voting/deck";
import { emptyOutbox } from "@/lib/voting/outbox";
import { Button } from "../_ui/button";
import { useShortcutSetting } from "../_vote/shortcut-setting";
import { StatementCard } from "../_vote/statement-card";
import { type ChannelHandle, hiddenFields, type Participation } from "../_vote/use-channel";
import { isWriting, useShortcuts } from "../_vote/use-shortcuts";
import type { CastOther } from "../_vote/voter";
import { StageResult } from "./stage-result";
import { useSessionAnswer } from "./use-session-answer";

export interface SessionPanelProps {
  participation: Participation;
  channel: ChannelHandle;
  /** The newest event `session`, as it came. */
  said: string;
  /** Analyses heard of, for results that are shown to keep up. */
  analyses: number;
  castOther: RefObject<CastOther | null>;
  onStage(isOnStage: boolean): void;
}

/** The statement that everybody looks at, in the place of those that one votes on alone. */
export default function SessionPanel(props: SessionPanelProps) {
  const { said, analyses, channel, onStage } = props;
  const t = useTranslations("session");
  const answer = useSessionAnswer(channel, said, analyses);
  const [isPutOff, setPutOff] = useState(false);
  const isOnStage = answer?.statement != null;
  useEffect(() => onStage(isOnStage && !isPutOff), [onStage, isOnStage, isPutOff]);
  if (!answer?.statement) return null;
  const { statement } = answer;
  return (
    <section aria-labelledby="live-title" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p id="live-title" className="font-semibold">
          {t("title")}
        </p>
        <Button variant="quiet" onClick={() => setPutOff(!isPutOff)}>
          {t(isPutOff ? "back" : "others")}
        </Button>
      </div>
      <p role="status" className="text-muted">
        {t("lead")}
      </p>
      {!isPutOff && <OnStage key={statement.id} {...props} answer={answer} statement={statement} />}
    </section>
  );
}

/** A thumb on its way to another button must not vote on what has just come. */
const settleMs = 600;

function OnStage({
  participation,
  channel,
  castOther,
  answer,
  statement,
}: SessionPanelProps & { answer: SessionAnswer; statement: NextStatement }) {
  const { session, tally } = answer;
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isImportant, setImportant] = useState(false);
  const [isSettled, setSettled] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (isSettled && !isWriting(document.activeElement)) goTo(heading.current);
  }, [isSettled]);
  const vote = (value: VoteValue) => {
    if (!session.isOpen) return;
    castOther.current?.(statement.id, value, isImportant);
    setChoice({ value, important: isImportant });
  };
  const hasKeys = useShortcuts(useShortcutSetting() && session.isOpen && isSettled, {
    vote,
    undo: () => {},
  });
  if (!session.isOpen) {
    return (
      <ClosedStage statement={statement} heading={heading} store={channel.store} choice={choice}>
        {session.isRevealed && <StageResult tally={tally} />}
      </ClosedStage>
    );
  }
  return (
    <div inert={!isSettled} className="grid gap-3">
      <StatementCard
        statement={statement}
        choice={choice}
        action={`/api/v1/conversations/${participation.slug}/votes`}
        hidden={hiddenFields(participation, channel.key)}
        heading={heading}
        isMoving
        isImportant={isImportant}
        hasKeys={hasKeys}
        onImportant={setImportant}
        onVote={vote}
      />
      {session.isRevealed && <StageResult tally={tally} />}
    </div>
  );
}

const standing = { "1": "votedAgree", "-1": "votedDisagree", "0": "votedPass" } as const;

function ClosedStage({
  statement,
  heading,
  store,
  choice,
  children,
}: {
  statement: NextStatement;
  heading: RefObject<HTMLHeadingElement | null>;
  store: ChannelHandle["store"];
  choice: Choice | null;
  children: React.ReactNode;
}) {
  const t = useTranslations("session");
  const vote = useTranslations("vote");
  const { votes } = useSyncExternalStore(store.subscribe, store.read, () => emptyOutbox);
  const isKept = votes.some((waiting) => waiting.statement === statement.id);
  const words = shownText(statement);
  return (
    <div className="grid gap-4 rounded-card border border-line bg-card p-4 shadow-card sm:p-7">
      <h2
        ref={heading}
        tabIndex={-1}
        dir="auto"
        lang={words.lang}
        className="statement-text font-normal"
      >
        {words.text}
      </h2>
      <p role="status" className="font-medium">
        {t("closed")} {isKept ? t("kept") : choice && vote(standing[`${choice.value}`])}
      </p>
      {children}
    </div>
  );
}

/** Nothing moves while the statement is in view. */
function goTo(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
  if (heading && heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
}
