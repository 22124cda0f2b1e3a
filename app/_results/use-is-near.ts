import { type RefCallback, useEffect, useState } from "react";

/** Whether an element, the one with the returned ref, is on the screen or about to come there. */
export function useIsNear(): [isNear: boolean, ref: RefCallback<Element>] {
  const [element, setElement] = useState<Element | null>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: "10%" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [isNear, setElement];
}
