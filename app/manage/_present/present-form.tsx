"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import { explainReason } from "../_console/explained-reasons";
import { useSingleKeys } from "../_moderation/use-single-keys";
import { useClicker } from "./use-clicker";
import { useFollowedStage } from "./use-followed-stage";

interface Props {
  slug: string;
  isRunning: boolean;
  /** What an act is based on. */
  number: number;
  lang: string | null;
  /** Why the form was refused that a browser without scripts sent. */
  problem: string | null;
  children: ReactNode;
}

/** One form around everything: its buttons carry the acts. The script sends them without leaving the page. */
export function PresentForm({ slug, isRunning, number, lang, problem, children }: Props) {
  const t = useTranslations("manage");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState(problem);
  const isSending = useRef(false);
  const based = useRef(number);
  useEffect(() => {
    based.current = Math.max(based.current, number);
  }, [number]);
  const [hasKeys, setHasKeys] = useState(true);
  useEffect(() => {
    // On a small phone the head of the page leaves no room for the statement.
    if (isRunning && window.scrollY === 0 && window.innerHeight < lowPx) {
      form.current?.scrollIntoView();
    }
  }, [isRunning]);
  const isLost = useFollowedStage(slug, number);
  const press = (selector: string) =>
    form.current?.querySelector<HTMLButtonElement>(selector)?.click();
  const isListening = useSingleKeys(hasKeys, (key) => {
    if (/^[nvr]$/.test(key)) press(`[data-key="${key}"]`);
  });
  useClicker(() => press("[data-main]"));

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending.current) return; // a double tap on the large button
    isSending.current = true;
    const act = event.nativeEvent.submitter?.getAttribute("value") ?? "";
    const sent = await send(event.currentTarget.action, { basedOn: based.current, act });
    isSending.current = false;
    // Who presses on before the page has caught up goes on from their own act.
    if ("number" in sent) based.current = sent.number;
    const reason = "reason" in sent ? sent.reason : null;
    setRefused(reason);
    // Without a connection the browser would show its own page instead of this one.
    if (reason !== offline) router.refresh();
  };
  useEffect(() => {
    if (!isLost) setRefused((reason) => (reason === offline ? null : reason));
  }, [isLost]);
  const problemNow = refused ?? (isLost ? offline : null);
  return (
    <form
      ref={form}
      id="stage"
      method="post"
      action={`/api/manage/c/${slug}/present`}
      onSubmit={submit}
      className="grid scroll-mt-4 grid-cols-1 gap-6"
    >
      <input type="hidden" name="basedOn" value={number} />
      {lang && <input type="hidden" name="lang" value={lang} />}
      <div role="status" className="empty:sr-only">
        {problemNow && <Notice tone="warning">{t(`errors.${explainReason(problemNow)}`)}</Notice>}
      </div>
      {children}
      <div className="hidden gap-1 text-muted text-sm pointer-fine:grid">
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            checked={hasKeys}
            onChange={(event) => setHasKeys(event.target.checked)}
            className="size-5 accent-accent"
          />
          {t("statements.keysOn")}
        </label>
        {isListening && <p>{t("present.keys")}</p>}
      </div>
    </form>
  );
}

type Sent = { number: number } | { reason: string };

const offline = "offline";
const lowPx = 700;
/** A connection that swallows everything must not leave the buttons dead. */
const patienceMs = 8_000;

/** The number of the stage after it, or why it was not done. */
async function send(action: string, input: { basedOn: number; act: string }): Promise<Sent> {
  try {
    const response = await fetch(action, {
      method: "POST",
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(patienceMs),
      body: new URLSearchParams({ basedOn: String(input.basedOn), act: input.act }),
    });
    const { number, error }: { number?: number; error?: { reason?: string } } =
      await response.json();
    return response.ok && number !== undefined
      ? { number }
      : { reason: error?.reason ?? "unknown" };
  } catch {
    return { reason: offline };
  }
}
