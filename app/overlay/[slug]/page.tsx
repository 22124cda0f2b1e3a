import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { loadResults } from "@/app/_results/load-results";
import { LiveOverlay } from "./live-overlay";
import { OverlayNote } from "./overlay-note";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [t, { conversation }] = await Promise.all([getTranslations("overlay"), loadResults(slug)]);
  return { title: t("title", { title: conversation.title }), robots: { index: false } };
}

export default async function OverlayPage({ params }: Props) {
  const { slug } = await params;
  const [{ conversation, disclosed }, { map, overlay }, t] = await Promise.all([
    loadResults(slug),
    getMessages(),
    getTranslations("overlay"),
  ]);
  return (
    <main id="main" data-canvas="clear" className="map-overlay h-dvh overflow-hidden">
      <h1 className="sr-only">{t("title", { title: conversation.title })}</h1>
      {disclosed ? (
        <NextIntlClientProvider messages={{ map, overlay }}>
          <LiveOverlay slug={conversation.slug} initial={disclosed} />
        </NextIntlClientProvider>
      ) : (
        <OverlayNote>{t("hidden")}</OverlayNote>
      )}
    </main>
  );
}
