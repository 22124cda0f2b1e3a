import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./button-style";

type Props = ComponentProps<"button"> & { variant?: ButtonVariant };

export function Button({ variant = "secondary", className, type = "button", ...rest }: Props) {
  return <button type={type} className={buttonStyle(variant, className)} {...rest} />;
}
