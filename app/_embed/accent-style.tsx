import { headers } from "next/headers";
import { accentColors } from "@/lib/embed/accent-colors";
import type { EmbedTheme } from "@/lib/embed/embed-options";

interface Props {
  /** `rrggbb` */
  accent: string;
  theme: EmbedTheme;
}

/** The host's accent instead of ours, as far as it can be read. */
export async function AccentStyle({ accent, theme }: Props) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const [light, dark] = [rulesOf(accent, "light"), rulesOf(accent, "dark")];
  const styles = {
    light,
    dark: `@media screen{${dark}}`,
    auto: `${light}@media screen and (prefers-color-scheme:dark){${dark}}`,
  };
  return <style nonce={nonce}>{styles[theme]}</style>;
}

function rulesOf(hex: string, theme: "light" | "dark"): string {
  const { accent, strong, soft, on } = accentColors(hex, theme);
  const colors = { accent, "accent-strong": strong, "accent-soft": soft, "on-accent": on };
  const lines = Object.entries({ ...colors, focus: accent });
  return `:root{${lines.map(([name, color]) => `--color-${name}:${color}`).join(";")}}`;
}
