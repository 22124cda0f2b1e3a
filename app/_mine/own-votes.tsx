"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { OwnChoice, OwnVote } from "@/lib/schemas/participation";
import { startFromPage } from "@/lib/voting/outbox";
import { useAnnouncer } from "../_vote/announcer";
import { type Participation, useChannel } from "../_vote/use-channel";
import { useVoteSender } from "../_vote/use-vote-sender";
import { VotingNotices } from "../_vote/voting-notices";
import { OwnVoteRow } from "./own-vote-row";

interface Props {
  participation: Participation;
  /** Those to show. */
  votes: OwnVote[];
  /** All statements that they have voted on, and the highest number that one of these votes has. */
  standing: { voted: number[]; seq: number };
  isOpen: boolean;
}

/** Votes of this browser, to change or to withdraw. */
export function OwnVotes({ participation, votes, standing, isOpen }: Props) {
  const t = useTranslations("mine");
  const channel = useChannel(participation);
  const [changed, setChanged] = useState(new Map<number, OwnChoice | null>());
  const [announced, announce] = useAnnouncer();
  const onAnswer = useCallback(() => announce(t("saved")), [t, announce]);
  const { cast, withdraw, delivery } = useVoteSender(channel, onAnswer);

  useEffect(() => {
    const times = { openedAt: performance.timeOrigin, now: Date.now() };
    channel.store.change((outbox) => startFromPage(outbox, standing, times));
  }, [channel, standing]);

  const change = ({ statement }: OwnVote, choice: OwnChoice | null) => {
    setChanged((changed) => new Map(changed).set(statement, choice));
    if (choice === null) withdraw(statement);
    else cast(statement, choice.value, choice.important);
  };

  return (
    <>
      <VotingNotices delivery={delivery} announced={announced} />
      <ul className="divide-y divide-line">
        {votes.map((vote) => {
          const now = changed.get(vote.statement);
          return (
            <OwnVoteRow
              key={vote.statement}
              vote={vote}
              choice={now === undefined ? vote : now}
              participation={participation}
              idempotencyKey={channel.key}
              isOpen={isOpen}
              onChange={(choice) => change(vote, choice)}
            />
          );
        })}
      </ul>
    </>
  );
}
