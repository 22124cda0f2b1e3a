"use client";

import { useEffect } from "react";
import { nothingSaid } from "./announcer";
import { type Participation, useChannel } from "./use-channel";
import { useVoteSender } from "./use-vote-sender";
import { VotingNotices } from "./voting-notices";

/** Once voting is over: says what became of votes that this browser had not sent by then. */
export function LateVotes({ participation }: { participation: Participation }) {
  const { delivery } = useVoteSender(useChannel(participation), takeNothing);
  const { slug } = participation;
  useEffect(() => {
    import("./keep-page").then(({ dropPage }) => dropPage(slug)).catch(() => {}); // next time, then
  }, [slug]);
  return <VotingNotices delivery={delivery} announced={nothingSaid} />;
}

const takeNothing = () => {};
