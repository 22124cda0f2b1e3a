export const overlayLayouts = ["map", "lower-third", "ticker", "full"] as const;
export type OverlayLayout = (typeof overlayLayouts)[number];

export const overlayThemes = ["auto", "light", "dark"] as const;
export type OverlayTheme = (typeof overlayThemes)[number];

export const overlaySizes = ["small", "medium", "large", "huge"] as const;
export type OverlaySize = (typeof overlaySizes)[number];

/** Percent of the picture's width that stay free at each edge, for screens that cut it off. */
export const overlayMargins = [0, 3, 5, 10] as const;
export type OverlayMargin = (typeof overlayMargins)[number];

export const overlayKinds = ["newest", "shared", "dividing"] as const;
export type OverlayKind = (typeof overlayKinds)[number];

export const HOLD_SECONDS_MIN = 3;
export const HOLD_SECONDS_MAX = 120;
export const NUMBERS_MAX = 50;

/** What an overlay shows and how, as its address asks for it. */
export interface OverlayOptions {
  layout: OverlayLayout;
  theme: OverlayTheme;
  size: OverlaySize;
  margin: OverlayMargin;
  /** How long a statement stands before the next one. */
  holdSeconds: number;
  /** Which statements take turns. */
  kinds: OverlayKind[];
  /** Numbers of statements that take turns in place of those; empty: the kinds. */
  numbers: number[];
}

export const defaultOverlayOptions: OverlayOptions = {
  layout: "map",
  theme: "auto",
  size: "medium",
  margin: 5,
  holdSeconds: 12,
  kinds: ["newest", "shared"],
  numbers: [],
};

/** What an address asks for; what cannot be read takes its default, for on air nobody reads an error. */
export function parseOverlayOptions(query: URLSearchParams): OverlayOptions {
  const standard = defaultOverlayOptions;
  const margin = Number(query.get("margin") ?? standard.margin);
  const kinds = overlayKinds.filter((kind) => listOf(query, "show").includes(kind));
  return {
    layout: pick(overlayLayouts, query.get("layout"), standard.layout),
    theme: pick(overlayThemes, query.get("theme"), standard.theme),
    size: pick(overlaySizes, query.get("size"), standard.size),
    margin: pick(overlayMargins, margin, standard.margin),
    holdSeconds: parseHold(query.get("hold")),
    kinds: kinds.length > 0 ? kinds : standard.kinds,
    numbers: parseNumbers(listOf(query, "statements")),
  };
}

/** The shortest query that asks for them: defaults are left out. */
export function formatOverlayOptions(options: OverlayOptions): URLSearchParams {
  const query = new URLSearchParams();
  const standard = defaultOverlayOptions;
  for (const name of ["layout", "theme", "size", "margin"] as const) {
    if (options[name] !== standard[name]) query.set(name, String(options[name]));
  }
  if (options.holdSeconds !== standard.holdSeconds) query.set("hold", String(options.holdSeconds));
  if (options.numbers.length > 0) query.set("statements", options.numbers.join("-"));
  else if (options.kinds.join() !== standard.kinds.join())
    query.set("show", options.kinds.join("-"));
  return query;
}

function pick<Value>(values: readonly Value[], asked: unknown, otherwise: Value): Value {
  return values.find((value) => value === asked) ?? otherwise;
}

/** A form repeats the name, a person separates by whatever is at hand. */
function listOf(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((text) => text.split(/[\s,;،؛、，；-]+/));
}

function parseHold(text: string | null): number {
  const seconds = /^\d{1,4}$/.test(text ?? "") ? Number(text) : defaultOverlayOptions.holdSeconds;
  return Math.min(Math.max(seconds, HOLD_SECONDS_MIN), HOLD_SECONDS_MAX);
}

function parseNumbers(texts: string[]): number[] {
  const numbers = texts.filter((text) => /^\d{1,7}$/.test(text)).map(Number);
  return [...new Set(numbers)].slice(0, NUMBERS_MAX);
}
