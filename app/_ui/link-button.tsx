import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style";

type Props = ComponentProps<"a"> & { href: string; variant?: ButtonVariant };

/** A link that leads on, drawn as a button. */
export function LinkButton({ variant = "secondary", className, ...rest }: Props) {
  return <a className={buttonStyle(variant, `no-underline ${className ?? ""}`)} {...rest} />;
}
