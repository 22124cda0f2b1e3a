"use client";

import { type ComponentType, type RefObject, useEffect, useState } from "react";
import type { SessionEvent } from "@/lib/schemas/live-session";
import { followEvents } from "../_live/follow-events";
import type { ChannelHandle, Participation } from "../_vote/use-channel";
import type { CastOther } from "../_vote/voter";
import type { SessionPanelProps } from "./session-panel";

export interface SessionProps {
  participation: Participation;
  channel: ChannelHandle;
  /** What was on stage when the page was made. */
  stage: SessionEvent | null;
  castOther: RefObject<CastOther | null>;
  /** Told whether the statement on stage takes the place of the others. */
  onStage(isOnStage: boolean): void;
}

/** Hears when a live session shows a statement; the code for it comes only then. */
export default function SessionSlot({ participation, stage, ...rest }: SessionProps) {
  const { slug } = participation;
  const [said, setSaid] = useState(stage && JSON.stringify(stage));
  const [analyses, setAnalyses] = useState(0);
  const [Panel, setPanel] = useState<ComponentType<SessionPanelProps> | null>(null);
  const isShown = said !== null && /"statement":\d/.test(said);
  useEffect(() => {
    if (isShown && !Panel) {
      import("./session-panel").then(
        (panel) => setPanel(() => panel.default),
        () => {}, // asked for again with the next change
      );
    }
  }, [isShown, Panel]);
  useEffect(
    () =>
      followEvents(slug, {
        onAnalysis: () => setAnalyses((count) => count + 1),
        onChange: (type, data) => type === "session" && setSaid(data),
      }),
    [slug],
  );
  if (!Panel || said === null) return null;
  return <Panel participation={participation} said={said} analyses={analyses} {...rest} />;
}
