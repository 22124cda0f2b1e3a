"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Size } from "@/lib/map/scene";
import type { OverlayOptions } from "@/lib/overlay/overlay-options";
import type { OverlayProgramme } from "@/lib/overlay/programme";
import type { ShownProgramme } from "./fetch-programme";
import { FullLayout } from "./full-layout";
import { OverlayMap } from "./overlay-map";
import { StaleMark } from "./stale-mark";
import { StatementCard } from "./statement-card";
import { Ticker } from "./ticker";
import { useProgramme } from "./use-programme";
import { useTurn } from "./use-turn";
import "./overlay.css";

/** px; the shape of a stream, and what is left of it beside the rest */
const mapSize: Size = { width: 1600, height: 900 };
const partSize: Size = { width: 1000, height: 800 };

interface Props {
  slug: string;
  options: OverlayOptions;
  /** What the address asks for, with language and token. */
  query: string;
  token: string | null;
  initial: OverlayProgramme;
  /** How to take part: drawn once, on the server. */
  join: ReactNode;
}

/** What is on air, kept up to date. */
export function LiveOverlay({ slug, options, query, token, initial, join }: Props) {
  const t = useTranslations("overlay");
  const size = options.layout === "full" ? partSize : mapSize;
  const { shown, isStale } = useProgramme({ slug, query, token, size }, initial);
  return (
    <>
      {shown && <Layout shown={shown} options={options} size={size} join={join} />}
      {isStale && <StaleMark text={t("stale")} />}
    </>
  );
}

function Layout({
  shown,
  options,
  size,
  join,
}: Pick<Props, "options" | "join"> & { shown: ShownProgramme; size: Size }) {
  const { programme, layout } = shown;
  const turn = useTurn(programme.turns, options.holdSeconds);
  switch (options.layout) {
    case "map":
      return <OverlayMap programme={programme} layout={layout} size={size} />;
    case "lower-third":
      return <StatementCard programme={programme} turn={turn} />;
    case "ticker":
      return <Ticker programme={programme} turn={turn} />;
    case "full":
      return (
        <FullLayout programme={programme} layout={layout} turn={turn} size={size} join={join} />
      );
  }
}
