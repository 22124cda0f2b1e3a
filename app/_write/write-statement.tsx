"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { cleanLine, countCharacters } from "@/lib/format/clean-text";
import type { VoteValue } from "@/lib/schemas/vote";
import type { WritingHint } from "@/lib/statements/writing-hints";
import { Button } from "../_ui/button";
import { type ChannelHandle, hiddenFields, type Participation } from "../_vote/use-channel";
import { OutcomeNotice } from "./outcome-notice";
import { useDraft } from "./use-draft";
import { useSending } from "./use-sending";
import { WritingSlot } from "./writing-slot";

interface Props {
  participation: Participation;
  channel: ChannelHandle;
  maxLength: number;
  /** Where people find what became of their statements; null in a frame. */
  mineHref: string | null;
  /** Votes on another statement than the one on the card. */
  onVote(statement: number, value: VoteValue, important: boolean): void;
}

/** One box, a counter, and help while typing; a plain form without the script. */
export function WriteStatement({ participation, channel, maxLength, mineHref, onVote }: Props) {
  const t = useTranslations("write");
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { draft, change, isOnDevice } = useDraft(participation.conversationId, box);
  const { sending, send, reset } = useSending(channel, draft, change);
  const [isWriting, setIsWriting] = useState(false);
  const [hint, setHint] = useState<WritingHint | null>(null);
  const [isComposing, setIsComposing] = useState(false);
  const left = maxLength - countCharacters(cleanLine(draft.text));
  const isSending = sending.kind === "sending";

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isSending && left >= 0 && cleanLine(draft.text) !== "") send();
  };

  return (
    <section aria-labelledby={`${id}-heading`} className="grid gap-3">
      <h2 id={`${id}-heading`} className={participation.isEmbedded ? "sr-only" : "text-lg"}>
        {t("heading")}
      </h2>
      <form
        method="post"
        action={`/api/v1/conversations/${participation.slug}/statements`}
        onSubmit={submit}
        className="grid gap-2"
      >
        {Object.entries(hiddenFields(participation, channel.key)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor={id} className="sr-only">
          {t("label")}
        </label>
        <textarea
          ref={box}
          id={id}
          name="text"
          required
          rows={3}
          dir="auto"
          value={draft.text}
          readOnly={isSending}
          onFocus={() => setIsWriting(true)}
          onCompositionStart={() => setIsComposing(true)}
          onCompositionEnd={() => setIsComposing(false)}
          onChange={(event) => {
            change({ text: event.target.value, sentUnder: null });
            if (sending.kind !== "idle") reset();
          }}
          aria-describedby={`${id}-advice ${id}-counter`}
          aria-invalid={left < 0 || undefined}
          className="w-full rounded-control border border-edge bg-card px-3 py-2.5 text-lg hover:border-ink aria-invalid:border-disagree"
        />
        <p
          id={`${id}-advice`}
          role="status"
          className={`text-sm ${hint ? "font-medium text-warning" : "text-muted"}`}
        >
          {hint ? t(`hints.${hint}`) : t("advice")}
        </p>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p
            id={`${id}-counter`}
            className={`text-sm tabular-nums ${left < 0 ? "font-medium text-disagree" : "text-muted"}`}
          >
            {left < 0 ? t("tooLong", { count: -left }) : t("counter", { count: left })}
          </p>
          <Button type="submit" aria-disabled={isSending || left < 0}>
            {t(isSending ? "sending" : "send")}
          </Button>
        </div>
      </form>
      <OutcomeNotice sending={sending} isOnDevice={isOnDevice} mineHref={mineHref} />
      <WritingSlot
        isWanted={isWriting || draft.text !== ""}
        text={draft.text}
        isComposing={isComposing}
        answer={sending.kind === "sent" ? sending.answer : null}
        channel={channel}
        onHint={setHint}
        onVote={onVote}
      />
    </section>
  );
}
