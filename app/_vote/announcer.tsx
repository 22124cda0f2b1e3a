"use client";

import { useCallback, useState } from "react";

/** What is said, and how many things were said before it. */
export interface Announced {
  text: string;
  count: number;
}

export const nothingSaid: Announced = { text: "", count: 0 };

export function useAnnouncer(): [Announced, (text: string) => void] {
  const [announced, setAnnounced] = useState(nothingSaid);
  const announce = useCallback(
    (text: string) => setAnnounced(({ count }) => ({ text, count: count + 1 })),
    [],
  );
  return [announced, announce];
}

/** For ears only: what the last act did. The same words twice in a row are said twice. */
export function Announcer({ announced: { text, count } }: { announced: Announced }) {
  return (
    <p role="status" className="sr-only">
      <span key={count}>{text}</span>
    </p>
  );
}
