"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { preloadApiOnUse } from "./load-api";
import { createOutboxStore } from "./outbox-store";
import { ResultsLine, type ResultsOffer } from "./results-line";
import { type Participation, useChannel } from "./use-channel";
import type { VotingStart } from "./use-voting";
import { Voter } from "./voter";
import { WriteStatement } from "./write-statement";

interface Props {
  participation: Participation;
  start: VotingStart;
  /** Null where participants may not write. */
  statementMaxLength: number | null;
  results: ResultsOffer;
}

/** Voting and writing, which speak as one participant. */
export function Participate({ participation, start, statementMaxLength, results }: Props) {
  const t = useTranslations("vote");
  const [store] = useState(() => createOutboxStore(participation.conversationId));
  const channel = useChannel(participation, store);
  const [voted, setVoted] = useState(start.voted.length);
  const onVoted = useCallback((voted: number) => setVoted(voted), []);
  useEffect(preloadApiOnUse, []);
  const write = statementMaxLength !== null && (
    <WriteStatement
      participation={participation}
      channel={channel}
      maxLength={statementMaxLength}
    />
  );
  return (
    <div className="grid gap-8">
      <Voter
        participation={participation}
        start={start}
        store={store}
        channel={channel}
        mayWrite={statementMaxLength !== null}
        onVoted={onVoted}
      />
      <ResultsLine voted={voted} results={results} isEmbedded={participation.isEmbedded} />
      {write &&
        (participation.isEmbedded ? (
          <details className="-mt-4">
            <summary className="disclosure font-medium">{t("writeHeading")}</summary>
            {write}
          </details>
        ) : (
          write
        ))}
    </div>
  );
}
