"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { shownText } from "@/lib/i18n/shown-text";
import type { SimilarStatement } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import { OriginalWords } from "../_statement/original-words";
import { Announcer, useAnnouncer } from "../_vote/announcer";
import type { ChannelHandle } from "../_vote/use-channel";
import { VoteChoices } from "../_vote/vote-choices";

interface Props {
  /** Null where words beside it say what these are. */
  title: string | null;
  statements: Omit<SimilarStatement, "isSeed">[];
  channel: ChannelHandle;
  onVote(statement: number, value: VoteValue, important: boolean): void;
}

const announcements = { "1": "votedAgree", "-1": "votedDisagree", "0": "votedPass" } as const;

/** Statements to vote on right here, instead of writing the same again. */
export function SimilarList({ title, statements, channel, onVote }: Props) {
  const t = useTranslations("write");
  const words = useTranslations("vote");
  const id = useId();
  const [cast, setCast] = useState(new Map<number, VoteValue>());
  const [announced, announce] = useAnnouncer();
  const waiting = channel.store.read().votes;
  const choiceOf = ({ id, vote }: Props["statements"][number]) =>
    cast.get(id) ?? waiting.find(({ statement }) => statement === id)?.value ?? vote?.value ?? null;
  const vote = (statement: Props["statements"][number], value: VoteValue) => {
    onVote(statement.id, value, statement.vote?.important ?? false);
    setCast((cast) => new Map(cast).set(statement.id, value));
    announce(words(announcements[`${value}`]));
  };
  return (
    <section
      aria-labelledby={title === null ? undefined : id}
      className="grid gap-1 rounded-card border border-line bg-card px-3 py-3 sm:px-4"
    >
      {title !== null && (
        <>
          <h3 id={id} className="font-semibold">
            {title}
          </h3>
          <p className="text-muted text-sm">{t("similarLead")}</p>
        </>
      )}
      <ul className="divide-y divide-line">
        {statements.map((statement) => {
          const shown = shownText(statement);
          return (
            <li key={statement.id} className="grid gap-2 py-3">
              <p
                id={`${id}-${statement.id}`}
                dir="auto"
                lang={shown.lang}
                className="wrap-anywhere"
              >
                {shown.text}
              </p>
              <OriginalWords statement={statement} />
              <fieldset
                aria-labelledby={`${id}-${statement.id}`}
                className="flex flex-wrap gap-1.5 sm:gap-2"
              >
                <VoteChoices
                  value={choiceOf(statement)}
                  type="button"
                  onChoose={(value) => vote(statement, value)}
                />
              </fieldset>
            </li>
          );
        })}
      </ul>
      <Announcer announced={announced} />
    </section>
  );
}
