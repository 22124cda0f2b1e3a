"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/notice";
import { useNumber } from "@/app/_ui/use-number";
import type { PublicKeys } from "@/lib/verify/signed-text";
import { FileDrop } from "./file-drop";
import { Outcome } from "./outcome";
import { type CheckState, useCheck } from "./use-check";

const reasons = {
  "not-export": "notExport",
  damaged: "damaged",
  "broken-off": "failed",
} as const;

/** Takes the zip of a report and says what became of checking it. */
export function Verifier({ keys }: { keys: PublicKeys }) {
  const { state, check } = useCheck(keys);
  const isBusy = state.kind === "reading" || state.kind === "computing";
  return (
    <div className="noscript:hidden">
      <FileDrop isBusy={isBusy} isFirst={state.kind === "waiting"} onFile={check} />
      <div role="status" className="mt-6">
        <Telling state={state} />
      </div>
      {state.kind === "done" && <Outcome key={state.name} {...state} />}
    </div>
  );
}

/** What is said aloud; how far it is only when a part of it is done. */
function Telling({ state }: { state: CheckState }) {
  const t = useTranslations("verify");
  const number = useNumber();
  switch (state.kind) {
    case "reading": {
      const share = number(Math.floor(state.share * 10) / 10, { style: "percent" });
      return <Busy share={state.share}>{t("reading", { name: state.name, share })}</Busy>;
    }
    case "computing":
      return <Busy share={1}>{t("computing")}</Busy>;
    case "failure":
      return (
        <Notice tone="error" title={state.name}>
          <p>{t(reasons[state.reason])}</p>
        </Notice>
      );
    default:
      return null;
  }
}

function Busy({ share, children }: { share: number; children: string }) {
  return (
    <div className="grid max-w-prose gap-2">
      <p className="wrap-anywhere">{children}</p>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="h-1.5 w-full overflow-hidden rounded-full bg-line rtl:-scale-x-100"
      >
        <rect
          width={100 * share}
          height="4"
          className={`fill-accent ${share === 1 ? "motion-safe:animate-breathe" : ""}`}
        />
      </svg>
    </div>
  );
}
