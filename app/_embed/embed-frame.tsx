import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type EmbedOptions, showsPart } from "@/lib/embed/embed-options";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { Logo } from "../_ui/logo";
import { AccentStyle } from "./accent-style";
import { FrameLine } from "./frame-line";

interface Props {
  conversation: { id: number; slug: string; title: string };
  options: EmbedOptions;
  children: ReactNode;
}

/** What stands around a conversation in somebody else's page: its look, and a quiet line that leads to us. */
export async function EmbedFrame({ conversation, options, children }: Props) {
  const { accent, theme } = options;
  const { id, slug, title } = conversation;
  return (
    <FrameLine title={title} conversationId={id}>
      {accent !== null && <AccentStyle accent={accent} theme={theme} />}
      <main
        id="main"
        tabIndex={-1}
        aria-label={title}
        data-theme={theme === "auto" ? undefined : theme}
      >
        {children}
      </main>
      {showsPart(options, "footer") && <Footer slug={slug} />}
    </FrameLine>
  );
}

async function Footer({ slug }: { slug: string }) {
  const [t, localizeHref] = await Promise.all([getTranslations("embed"), getLocalizeHref()]);
  return (
    <section
      aria-label={t("poweredBy")}
      className="flex flex-wrap items-center justify-between gap-x-4 border-line border-t px-4 text-muted text-sm"
    >
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
    </section>
  );
}
