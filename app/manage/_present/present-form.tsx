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
  /** What an act is based on. */
  number: number;
  lang: string | null;
  /** Why the form was refused that a browser without scripts sent. */
  problem: string | null;
  children: ReactNode;
}

/** One form around everything: its buttons carry the acts. The script sends them without leaving the page. */
export function PresentForm({ slug, number, lang, problem, children }: Props) {
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
  useFollowedStage(slug, number);
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
    setRefused("reason" in sent ? sent.reason : null);
    router.refresh();
  };
  return (
    <form
      ref={form}
      id="stage"
      method="post"
      action={`/api/manage/c/${slug}/present`}
      onSubmit={submit}
      className="grid scroll-mt-4 gap-6"
    >
      <input type="hidden" name="basedOn" value={number} />
      {lang && <input type="hidden" name="lang" value={lang} />}
      <div role="status" className="empty:sr-only">
        {refused && <Notice tone="warning">{t(`errors.${explainReason(refused)}`)}</Notice>}
      </div>
      {children}
      <label className="hidden min-h-11 items-center gap-2 text-muted text-sm pointer-fine:flex">
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={(event) => setHasKeys(event.target.checked)}
          className="size-5 accent-accent"
        />
        {t("statements.keysOn")} {isListening && t("present.keys")}
      </label>
    </form>
  );
}

type Sent = { number: number } | { reason: string };

/** The number of the stage after it, or why it was not done. */
async function send(action: string, input: { basedOn: number; act: string }): Promise<Sent> {
  try {
    const response = await fetch(action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ basedOn: String(input.basedOn), act: input.act }),
    });
    const { number, error }: { number?: number; error?: { reason?: string } } =
      await response.json();
    return response.ok && number !== undefined
      ? { number }
      : { reason: error?.reason ?? "unknown" };
  } catch {
    return { reason: "offline" };
  }
}
