import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadShortAddress } from "@/app/_share/load-short-address";
import { QrCodeImage } from "@/app/_share/qr-code-image";
import { shareAddress } from "@/app/_share/share-address";
import { splitBeforeCode } from "@/lib/share/join-code";
import { LiveOverlay } from "./live-overlay";
import { loadProgramme } from "./load-programme";

/** Letters of an address that have no room beside the code in large ones. */
const LONG_PLACE = 20;

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { slug, programme }] = await Promise.all([getTranslations("overlay"), load(props)]);
  return {
    title: t("title", { title: programme.title }),
    robots: { index: false },
    // The address may hold a token.
    referrer: "no-referrer",
    ...discoverConversation({ slug, ...programme }),
  };
}

export default async function OverlayPage(props: Props) {
  const [loaded, { common, map, overlay, results }, t] = await Promise.all([
    load(props),
    getMessages(),
    getTranslations("overlay"),
  ]);
  const { conversationId, slug, programme, options, query, token } = loaded;
  return (
    <main
      id="main"
      aria-labelledby="overlay-name"
      data-canvas="clear"
      data-layout={options.layout}
      data-theme={options.theme === "auto" ? undefined : options.theme}
      data-size={options.size}
      data-margin={options.margin}
      className="overlay map-overlay"
    >
      <h1 id="overlay-name" className="sr-only">
        {t("title", { title: programme.title })}
      </h1>
      <NextIntlClientProvider messages={{ common, map, overlay, results }}>
        <LiveOverlay
          slug={slug}
          options={options}
          query={query}
          token={token}
          initial={programme}
          join={
            options.layout === "full" ? (
              <JoinCode slug={slug} conversationId={conversationId} />
            ) : null
          }
        />
      </NextIntlClientProvider>
    </main>
  );
}

/** The code to join, and the address for those who have no camera. */
async function JoinCode({ slug, conversationId }: { slug: string; conversationId: number }) {
  const [t, short] = await Promise.all([
    getTranslations("share"),
    loadShortAddress(conversationId),
  ]);
  const [place, code] = splitBeforeCode(short);
  return (
    <>
      <QrCodeImage url={shareAddress(`/c/${slug}`)} className="qr" />
      <div>
        <p className="overlay-small">{t("scan")}</p>
        <p className="sr-only">{t("typeAddress")}</p>
        <bdi dir="ltr" className={`address ${place.length > LONG_PLACE ? "is-long" : ""}`}>
          {place}
          <wbr />
          <span className="whitespace-nowrap">{code}</span>
        </bdi>
      </div>
    </>
  );
}

/** The query as one text: it is what the loader is remembered by. */
async function load({ params, searchParams }: Props) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    for (const text of [value ?? []].flat()) query.append(name, text);
  }
  return loadProgramme((await params).slug, query.toString());
}
