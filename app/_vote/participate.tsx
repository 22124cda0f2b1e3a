"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { NextStatement } from "@/lib/schemas/vote";
import { useSessionSlot } from "../_session/use-session-slot";
import { QuietBoundary } from "../_ui/quiet-boundary";
import { WriteStatement } from "../_write/write-statement";
import { preloadApiOnUse } from "./load-api";
import { ResultsLine, type ResultsOffer } from "./results-line";
import { StandingSlot } from "./standing-slot";
import { type Participation, useChannel } from "./use-channel";
import { type CastOther, Voter } from "./voter";
import type { VotingStart } from "./voting-start";

interface Props {
  participation: Participation;
  start: VotingStart;
  /** Null where participants may not write. */
  statementMaxLength: number | null;
  /** Null where a frame leaves it out. */
  results: ResultsOffer | null;
  /** Own votes and statements; null in a frame. */
  mineHref: string | null;
  /** Where this person stands, in words, for browsers without scripts. */
  plainStanding: ReactNode;
}

/** Voting and writing, which speak as one participant. */
export function Participate(props: Props) {
  const { participation, start, statementMaxLength, results, mineHref, plainStanding } = props;
  const t = useTranslations("write");
  const channel = useChannel(participation);
  const [{ voted, last }, setProgress] = useState<{ voted: number; last: NextStatement | null }>({
    voted: start.voted.length,
    last: null,
  });
  const onVoted = useCallback(
    (voted: number, last: NextStatement | null) => setProgress({ voted, last }),
    [],
  );
  const castOther = useRef<CastOther>(null);
  const [isAside, setAside] = useState(false);
  const stage = start.stage ?? null;
  const Session = useSessionSlot(stage?.statement != null, participation.isEmbedded);
  useEffect(preloadApiOnUse, []);
  const write = statementMaxLength !== null && (
    <WriteStatement
      participation={participation}
      channel={channel}
      maxLength={statementMaxLength}
      mineHref={mineHref}
      onVote={(...vote) => castOther.current?.(...vote)}
    />
  );
  return (
    <div className="grid gap-8">
      <QuietBoundary>
        {Session && (
          <Session
            participation={participation}
            channel={channel}
            stage={stage}
            castOther={castOther}
            onStage={setAside}
          />
        )}
      </QuietBoundary>
      <div hidden={isAside}>
        <Voter
          participation={participation}
          start={start}
          channel={channel}
          mayWrite={statementMaxLength !== null}
          isAside={isAside}
          castOther={castOther}
          onVoted={onVoted}
        />
      </div>
      {results !== null && results.afterVotes !== null && voted >= results.afterVotes && (
        <QuietBoundary>
          <StandingSlot store={channel.store} channel={channel} voted={voted} last={last} />
        </QuietBoundary>
      )}
      {plainStanding}
      {results && (
        <ResultsLine voted={voted} results={results} isEmbedded={participation.isEmbedded} />
      )}
      {write &&
        (participation.isEmbedded ? (
          <details className="-mt-4">
            <summary className="disclosure font-medium">{t("heading")}</summary>
            {write}
          </details>
        ) : (
          write
        ))}
    </div>
  );
}
