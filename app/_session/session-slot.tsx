"use client";

import { type ComponentType, type RefObject, useEffect, useState } from "react";
import type { SessionEvent } from "@/lib/schemas/live-session";
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

const retryMs = 5_000;
/** A phone that slept so long may hold a connection that is dead and does not know it. */
const asleepMs = 10_000;

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
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      const opened = new EventSource(`/api/v1/conversations/${slug}/events`);
      source = opened;
      opened.addEventListener("session", (event) => setSaid(event.data));
      opened.addEventListener("analysis", () => setAnalyses((count) => count + 1));
      opened.onerror = () => {
        if (opened.readyState === EventSource.CLOSED) timer = setTimeout(listen, retryMs);
      };
    };
    let hiddenAtMs = Date.now();
    const onVisibility = () => {
      if (document.hidden) hiddenAtMs = Date.now();
      else if (Date.now() - hiddenAtMs >= asleepMs) {
        clearTimeout(timer);
        source?.close();
        listen();
      }
    };
    listen();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(timer);
      source?.close();
    };
  }, [slug]);
  if (!Panel || said === null) return null;
  return <Panel participation={participation} said={said} analyses={analyses} {...rest} />;
}
