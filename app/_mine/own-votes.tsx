"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { OwnVote } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import { startFrom } from "@/lib/voting/outbox";
import { type Participation, useChannel } from "../_vote/use-channel";
import { useVoteSender } from "../_vote/use-vote-sender";
import { VotingNotices } from "../_vote/voting-notices";
import { OwnVoteRow } from "./own-vote-row";

interface Props {
  participation: Participation;
  votes: OwnVote[];
  /** The highest number that a vote of theirs has. */
  seq: number;
  isOpen: boolean;
}

/** All votes of this browser, to change or to withdraw. */
export function OwnVotes({ participation, votes, seq, isOpen }: Props) {
  const t = useTranslations("mine");
  const channel = useChannel(participation);
  const [values, setValues] = useState(
    () => new Map<number, VoteValue | null>(votes.map((vote) => [vote.statement, vote.value])),
  );
  const [announcement, setAnnouncement] = useState("");
  const onAnswer = useCallback(() => setAnnouncement(t("saved")), [t]);
  const { cast, withdraw, delivery } = useVoteSender(channel, onAnswer);

  useEffect(() => {
    const voted = votes.map(({ statement }) => statement);
    channel.store.change((outbox) => startFrom(outbox, { voted, seq }));
  }, [channel, votes, seq]);

  const change = (vote: OwnVote, value: VoteValue | null) => {
    setAnnouncement("");
    setValues((values) => new Map(values).set(vote.statement, value));
    if (value === null) withdraw(vote.statement);
    else cast(vote.statement, value, vote.important);
  };

  return (
    <section aria-labelledby="my-votes" className="grid gap-3">
      <h2 id="my-votes" className="text-xl">
        {t("votesHeading")}
      </h2>
      {votes.length === 0 && <p className="text-muted">{t("noVotes")}</p>}
      <VotingNotices delivery={delivery} announcement={announcement} />
      <ul className="divide-y divide-line">
        {votes.map((vote) => (
          <OwnVoteRow
            key={vote.statement}
            vote={vote}
            value={values.get(vote.statement) ?? null}
            participation={participation}
            idempotencyKey={channel.key}
            isOpen={isOpen}
            onChange={(value) => change(vote, value)}
          />
        ))}
      </ul>
    </section>
  );
}
