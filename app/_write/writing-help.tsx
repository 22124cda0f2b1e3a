"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { WriteStatementAnswer } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import type { WritingHint } from "@/lib/statements/writing-hints";
import type { ChannelHandle } from "../_vote/use-channel";
import { SimilarList } from "./similar-list";
import { useHints } from "./use-hints";
import { useSimilar } from "./use-similar";

export interface WritingHelpProps {
  text: string;
  /** An input method is still making characters of it. */
  isComposing: boolean;
  /** What came of the last text; a statement that was there already is put to the vote here. */
  answer: WriteStatementAnswer | null;
  channel: ChannelHandle;
  /** The one thing to look at again; null when the text seems fine. */
  onHint(hint: WritingHint | null): void;
  onVote(statement: number, value: VoteValue, important: boolean): void;
}

/** What helps while writing: one thing to look at again, and what others have written already. */
export default function WritingHelp(props: WritingHelpProps) {
  const { text, isComposing, answer, channel, onHint, onVote } = props;
  const t = useTranslations("write");
  const hint = useHints(text, isComposing);
  useEffect(() => onHint(hint), [hint, onHint]);
  const similar = useSimilar(text, isComposing, channel);
  const existing =
    answer && !answer.isNew && answer.statement.isShown && text === ""
      ? { ...answer.statement, vote: answer.vote }
      : null;
  const listed = existing ? [existing] : similar;
  return (
    <>
      <p role="status" className="sr-only">
        {similar.length > 0 && t("similarFound", { count: similar.length })}
      </p>
      {listed.length > 0 && (
        <SimilarList
          title={existing ? null : t("similarTitle")}
          statements={listed}
          channel={channel}
          onVote={onVote}
        />
      )}
    </>
  );
}
