import { useLayoutEffect, useRef } from "react";

interface Props {
  text: string;
  lang: string | undefined;
}

/** As parts of what the style sheet says, the largest first. */
const scales = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54, 0.48];

/** The overhang of a high script, as a part of a line; a line more is more than that. */
const overhang = 0.1;

/**
 * A statement in letters as large as there is room for. One that is too long even for the smallest (it
 * may have 2,000 characters) ends with a line, and with dots. Give it a key of whatever changes the room.
 */
export function FittedText({ text, lang }: Props) {
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = words.current;
    if (!element) return;
    const card = element.closest<HTMLElement>(".overlay-card");
    const picture = element.closest(".overlay");
    if (!card || !picture) return;
    // The picture, and not the text: that one's size follows from this.
    const observer = new ResizeObserver(() => shrink(element, card));
    observer.observe(picture);
    shrink(element, card);
    return () => observer.disconnect();
  }, []);
  return (
    <p ref={words} dir="auto" lang={lang} className="overlay-quote">
      {text}
    </p>
  );
}

/** The figures on the card become smaller with the words, to a point: see overlay.css. */
function shrink(element: HTMLElement, card: HTMLElement): void {
  element.classList.remove("is-cut");
  for (const scale of scales) {
    card.style.setProperty("--fit", String(scale));
    if (countHiddenLines(element) < overhang) return;
  }
  const lines = element.clientHeight / lineHeight(element);
  element.style.setProperty("-webkit-line-clamp", String(Math.max(1, Math.floor(lines))));
  element.classList.add("is-cut");
}

function countHiddenLines(element: HTMLElement): number {
  return (element.scrollHeight - element.clientHeight) / lineHeight(element);
}

/** px */
function lineHeight(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).lineHeight);
}
