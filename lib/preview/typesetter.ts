/** How a line of text is set. */
export interface TextStyle {
  sizePx: number;
  isBold: boolean;
}

/** Turns text into outlines; what no font can draw is left out. */
export interface Typesetter {
  /** Width in px of the text on one line. */
  measure(text: string, style: TextStyle): number;
  /**
   * The text as elements of an SVG, on one line.
   * @param x px of its left edge
   * @param y px of its baseline
   * @param isRightToLeft of the whole that the line belongs to
   */
  draw(
    text: string,
    style: TextStyle,
    at: { x: number; y: number; isRightToLeft: boolean },
  ): string;
  isRightToLeft(text: string): boolean;
}
