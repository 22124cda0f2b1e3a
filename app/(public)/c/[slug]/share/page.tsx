import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadShortAddress } from "@/app/_share/load-short-address";
import { Poster } from "@/app/_share/poster";
import { mailtoHref, shareAddress } from "@/app/_share/share-address";
import { readShareText } from "@/app/_share/share-text";
import { ShareTools } from "@/app/_share/share-tools";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { conversation }] = await Promise.all([
    getTranslations("share"),
    loadViewer((await params).slug),
  ]);
  return {
    title: t("titleOf", { title: conversation.title }),
    robots: "noindex",
    ...discoverConversation(conversation),
  };
}

export default async function SharePage({ params }: Props) {
  const { conversation } = await loadViewer((await params).slug);
  const { id, slug, title } = conversation;
  const [t, href, text, shortAddress] = await Promise.all([
    getTranslations("share"),
    getLocalizeHref(),
    readShareText(),
    loadShortAddress(id),
  ]);
  const url = shareAddress(`/c/${slug}`);
  return (
    <div className="reading-width grid gap-6 pt-4 pb-10 sm:pt-10 print:max-w-none print:p-0">
      <header className="grid gap-2 print:hidden">
        <a
          href={href(`/c/${slug}`)}
          className="link inline-flex min-h-11 items-center justify-self-start"
        >
          {t("back")}
        </a>
        <h1 className="text-2xl tracking-tight sm:text-3xl">{t("heading")}</h1>
      </header>
      <Poster
        title={title}
        askedBy={conversation.settings.askedBy}
        url={url}
        shortAddress={shortAddress}
      />
      <div className="grid gap-3 print:hidden">
        <ShareTools url={url} title={title} text={text} print={t("print")} />
        <div className="flex flex-wrap gap-x-6">
          <a href={mailtoHref(title, url)} className="link inline-flex min-h-11 items-center">
            {t("email")}
          </a>
          <a
            href={href(`/c/${slug}/poster.pdf`)}
            className="link inline-flex min-h-11 items-center"
          >
            {t("posterPdf")}
          </a>
          <a
            href={`/api/v1/conversations/${slug}/qr-code.svg`}
            download={`${slug}.svg`}
            className="link inline-flex min-h-11 items-center"
          >
            {t("asDrawing")}
          </a>
          <a
            href={`/api/v1/conversations/${slug}/qr-code.png`}
            download={`${slug}.png`}
            className="link inline-flex min-h-11 items-center"
          >
            {t("asImage")}
          </a>
        </div>
      </div>
    </div>
  );
}
