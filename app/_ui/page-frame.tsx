import type { ComponentProps, ReactNode } from "react";
import { LateLanguagePicker } from "./late-language-picker";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

interface Props {
  /** Pages that are always shown bring the one whose script comes with them. */
  picker?: ComponentProps<typeof SiteHeader>["picker"];
  children: ReactNode;
}

/** Header, the one main region, footer: every page that is not framed by somebody else's. */
export function PageFrame({ picker = LateLanguagePicker, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader picker={picker} />
      <main id="main" tabIndex={-1} className="grow">
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
