import type { ComponentProps } from "react";

type Props = ComponentProps<"div"> & { as?: "div" | "section" | "article" };

export function Card({ as: Element = "div", className = "p-5 sm:p-6", ...rest }: Props) {
  return (
    <Element
      className={`rounded-card border border-line bg-card shadow-card ${className}`}
      {...rest}
    />
  );
}
