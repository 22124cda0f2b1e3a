import { useEffect, useState } from "react";
import type { SimilarStatement } from "@/lib/schemas/participation";
import { foldText } from "@/lib/statements/fold-text";
import { probesOf } from "@/lib/statements/grams";
import type { ChannelHandle } from "../_vote/use-channel";
import { fetchSimilar } from "./fetch-similar";
import { useCalm } from "./use-calm";

const restMs = 400;
/** In a single word, or one Chinese character, there is nothing yet to compare. */
const fewestProbes = 2;

/** What others have written like this; what was found last stays while the next answer is on its way. */
export function useSimilar(
  text: string,
  isHeld: boolean,
  channel: ChannelHandle,
): SimilarStatement[] {
  const calm = useCalm(text, restMs, isHeld);
  const [similar, setSimilar] = useState<SimilarStatement[]>([]);
  const isTooShort = probesOf(foldText(text)).length < fewestProbes;
  useEffect(() => {
    if (probesOf(foldText(calm)).length < fewestProbes) return setSimilar([]);
    const search = new AbortController();
    fetchSimilar(channel.getChannel(), calm, search.signal).then((outcome) => {
      // Without a connection what was found before stands: it is still there to vote on.
      if (!search.signal.aborted && outcome.kind === "done") setSimilar(outcome.answer.similar);
    });
    return () => search.abort();
  }, [calm, channel]);
  return isTooShort ? [] : similar;
}
