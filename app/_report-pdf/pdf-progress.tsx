"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PdfState, pdfSteps } from "./pdf-state";

const POLL_MS = 700;

interface Props {
  initial: PdfState;
  stateHref: string;
  pdfHref: string;
  /** Begins anew. */
  retryHref: string;
}

/** How far the PDF is; opens it when it is ready. Without scripts the page asks again by itself. */
export function PdfProgress({ initial, stateHref, pdfHref, retryHref }: Props) {
  const t = useTranslations("report.pdf");
  const { step, ahead } = usePdfState(initial, stateHref);
  const isReady = step === "ready";
  useEffect(() => {
    if (isReady) location.replace(pdfHref);
  }, [isReady, pdfHref]);
  if (step === "failed") {
    return (
      <>
        <Notice tone="error" role="alert" title={t("failedTitle")}>
          <p>{t("failedLead")}</p>
        </Notice>
        <p>
          <LinkButton href={retryHref} variant="primary">
            {t("retry")}
          </LinkButton>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{t("makingLead")}</p>
      <p role="status">
        <strong>{t("step", { step })}</strong>
        {ahead > 0 && <> · {t("ahead", { count: ahead })}</>}
      </p>
      <progress
        aria-label={t("makingTitle")}
        className="block w-full max-w-sm accent-accent"
        max={pdfSteps.indexOf("ready")}
        value={pdfSteps.indexOf(step)}
      />
      {isReady && (
        <p>
          <LinkButton href={pdfHref} variant="primary">
            {t("open")}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function usePdfState(initial: PdfState, stateHref: string): PdfState {
  const [state, setState] = useState(initial);
  const isOver = state.step === "ready" || state.step === "failed";
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(async () => {
      const next = await askState(stateHref);
      if (next) setState(next);
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isOver, stateHref]);
  return state;
}

/** Null when nothing is known just now, as without a connection. */
async function askState(stateHref: string): Promise<PdfState | null> {
  try {
    const answer = await fetch(stateHref, { cache: "no-store" });
    // It is no longer kept, or another server has it: whoever asks for the file gets a new one.
    if (answer.status === 404) return { step: "ready", ahead: 0 };
    return answer.ok ? PdfState.parse(await answer.json()) : null;
  } catch {
    return null; // asked again in a moment
  }
}
