"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { withApi } from "./load-api";
import { type ChannelHandle, hiddenFields, type Participation } from "./use-channel";

interface Props {
  participation: Participation;
  channel: ChannelHandle;
  maxLength: number;
}

const outcomes = {
  live: { tone: "success", text: "writtenLive" },
  pending: { tone: "success", text: "writtenPending" },
  offline: { tone: "warning", text: "writeOffline" },
  existing: { tone: "info", text: "writeExisting" },
  refused: { tone: "error", text: "writeRefused" },
} as const;

/** One box, a counter, and hints while typing; a plain form without the script. */
export function WriteStatement({ participation, channel, maxLength }: Props) {
  const t = useTranslations("vote");
  const id = useId();
  const [text, setText] = useState("");
  const [isSending, setIsSending] = useState(false);
  const [outcome, setOutcome] = useState<keyof typeof outcomes | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // What was typed before the script came would otherwise count as nothing.
  useEffect(() => setText(box.current?.value ?? ""), []);
  const left = maxLength - [...text.trim()].length;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending || text.trim() === "" || left < 0) return;
    setIsSending(true);
    const result = await withApi((api) => api.postStatement(channel.getChannel(), text.trim()));
    setIsSending(false);
    if (result.kind === "done") {
      if (result.answer.participant) channel.keeper.keep(result.answer.participant.token);
      setText("");
      const { isNew, statement } = result.answer;
      setOutcome(!isNew ? "existing" : statement.isShown ? "live" : "pending");
    } else setOutcome(result.kind === "later" ? "offline" : "refused");
  };

  return (
    <section aria-labelledby={`${id}-heading`} className="grid gap-3">
      <h2 id={`${id}-heading`} className={participation.isEmbedded ? "sr-only" : "text-lg"}>
        {t("writeHeading")}
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
          {t("writeLabel")}
        </label>
        <textarea
          ref={box}
          id={id}
          name="text"
          required
          rows={3}
          dir="auto"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOutcome(null);
          }}
          aria-describedby={`${id}-hint ${id}-counter`}
          aria-invalid={left < 0 || undefined}
          className="w-full rounded-control border border-edge bg-card px-3 py-2.5 text-lg hover:border-ink aria-invalid:border-disagree"
        />
        <p id={`${id}-hint`} className="text-muted text-sm">
          {t(/[?？]\s*$/.test(text) ? "writeQuestion" : "writeHint")}
        </p>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p
            id={`${id}-counter`}
            className={`text-sm tabular-nums ${left < 0 ? "font-medium text-disagree" : "text-muted"}`}
          >
            {left < 0 ? t("writeTooLong", { count: -left }) : t("writeCounter", { count: left })}
          </p>
          <Button type="submit" aria-disabled={isSending || left < 0}>
            {t(isSending ? "writeSending" : "writeSend")}
          </Button>
        </div>
      </form>
      <div role="status" className="empty:hidden">
        {outcome && (
          <Notice tone={outcomes[outcome].tone}>
            <p>{t(outcomes[outcome].text)}</p>
          </Notice>
        )}
      </div>
    </section>
  );
}
