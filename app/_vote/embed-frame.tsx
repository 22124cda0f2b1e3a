import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { Logo } from "../_ui/logo";
import { FrameHeight } from "./frame-height";

/** What stands around the vote in somebody else's page: a quiet line that leads to us. */
export async function EmbedFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const [t, localizeHref] = await Promise.all([getTranslations("embed"), getLocalizeHref()]);
  return (
    <FrameHeight>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-4 border-line border-t px-4 text-muted text-sm">
        <span className="flex items-center gap-2">
          <Logo className="size-5" />
          {t("poweredBy")}
        </span>
        <a
          href={localizeHref(`/c/${slug}`)}
          target="_blank"
          rel="noreferrer"
          className="link inline-flex min-h-11 items-center"
        >
          {t("openFull")}
        </a>
      </footer>
    </FrameHeight>
  );
}
