/** The colours that follow from a host's accent, each `#rrggbb`. */
export interface AccentColors {
  accent: string;
  strong: string;
  soft: string;
  /** Text on the accent. */
  on: string;
}

type Rgb = readonly [number, number, number];

/** What the accent stands on, and what stands on it: app/globals.css. */
const themes = {
  light: { paper: "#faf9f6", card: "#ffffff", ink: "#1a1f24", on: "#ffffff", away: "#000000" },
  dark: { paper: "#11171a", card: "#192125", ink: "#eceae5", on: "#0b1c23", away: "#ffffff" },
} as const;
/** WCAG 2.2 AA for text; a little more, for the rounding to whole colours. */
const enough = 4.6;
const steps = 40;

/**
 * The colours of one theme that come nearest to an accent and can be read: it is darkened on light
 * ground, lightened on dark, just until text in it, on it and beside it has a contrast of 4.5.
 * @param accent `rrggbb`
 */
export function accentColors(accent: string, theme: "light" | "dark"): AccentColors {
  const { paper, card, ink, on, away } = themes[theme];
  for (let step = 0; step <= steps; step += 1) {
    const color = mix(rgbOf(accent), rgbOf(away), step / steps);
    const soft = softOf(color, rgbOf(card), rgbOf(ink));
    const grounds = [rgbOf(paper), rgbOf(card), rgbOf(on), soft];
    if (grounds.some((ground) => contrast(color, ground) < enough)) continue;
    const strong = mix(color, rgbOf(away), 0.25);
    return { accent: hexOf(color), strong: hexOf(strong), soft: hexOf(soft), on };
  }
  return { accent: away, strong: away, soft: card, on };
}

/** A breath of the accent, on which ink can be read. */
function softOf(color: Rgb, card: Rgb, ink: Rgb): Rgb {
  for (const share of [0.12, 0.08, 0.05]) {
    const soft = mix(card, color, share);
    if (contrast(ink, soft) >= enough) return soft;
  }
  return card;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(first: Rgb, second: Rgb): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.replace("#", ""), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** @param share of the second, 0 to 1 */
function mix(first: Rgb, second: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => first[index] + (second[index] - first[index]) * share;
  return [part(0), part(1), part(2)];
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
