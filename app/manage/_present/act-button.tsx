import { type ButtonVariant, buttonStyle } from "@/app/_ui/button-style";
import type { PresentAct } from "@/lib/schemas/live-session";

interface Props {
  act: PresentAct;
  /** The single key that presses it, where there is one. */
  shortcut?: string | undefined;
  /** The one that a clicker presses. */
  isMain?: boolean;
  variant?: ButtonVariant;
  className?: string;
  children: React.ReactNode;
}

/** A button of the form around it, which carries the act itself: no script is needed. */
export function ActButton({ act, shortcut, isMain, variant, className, children }: Props) {
  const value = act.type === "show" ? `show ${act.statement}` : act.type;
  return (
    <button
      type="submit"
      name="act"
      value={value}
      data-key={shortcut}
      data-main={isMain ? "" : undefined}
      className={buttonStyle(variant ?? "secondary", className)}
    >
      {children}
    </button>
  );
}
