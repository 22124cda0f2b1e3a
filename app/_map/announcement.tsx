"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** A new analysis may come twice a second; nobody can listen to that. */
const quietMs = 10_000;

/** Says once, politely, that the results are new; of many in a row only the last. */
export function Announcement({
  version,
  participants,
  votes,
}: {
  version: number;
  participants: number;
  votes: number;
}) {
  const t = useTranslations("map");
  const [said, setSaid] = useState("");
  const firstVersion = useRef(version);
  const saidAt = useRef(0);
  const text = t("updated", { participants, votes });
  useEffect(() => {
    if (version === firstVersion.current) return;
    const waitMs = Math.max(saidAt.current + quietMs - Date.now(), 0);
    const timer = setTimeout(() => {
      saidAt.current = Date.now();
      setSaid(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [version, text]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
