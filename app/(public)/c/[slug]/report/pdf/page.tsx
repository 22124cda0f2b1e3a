import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { PdfProgress } from "@/app/_report-pdf/pdf-progress";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { conversation }] = await Promise.all([
    getTranslations("report.pdf"),
    loadViewer((await params).slug),
  ]);
  return { title: t("makingTitle"), robots: "noindex", ...discoverConversation(conversation) };
}

/** Where a reader waits while a PDF is made. */
export default async function ReportPdfPage({ params, searchParams }: Props) {
  const { conversation } = await loadViewer((await params).slug);
  const { version, file } = await searchParams;
  const [t, locale, href, { report }] = await Promise.all([
    getTranslations("report.pdf"),
    getLocale(),
    getLocalizeHref(),
    getMessages(),
  ]);
  const path = `/c/${conversation.slug}`;
  const kept = new URLSearchParams({
    ...(typeof version === "string" ? { version } : {}),
    lang: locale,
  });
  const key = typeof file === "string" ? file : "";
  const pdfHref = `${path}/report.pdf?${kept}&${new URLSearchParams({ file: key })}`;
  const { reportPdfs } = getRuntime();
  const pdf = reportPdfs.find(conversation.id, key);
  const initial = pdf
    ? { step: pdf.step, ahead: reportPdfs.countAhead(pdf) }
    : { step: "waiting" as const, ahead: 0 };
  return (
    <div className="reading-width grid gap-4 pt-6 pb-16 sm:pt-10">
      {initial.step !== "failed" && (
        <noscript>
          <meta httpEquiv="refresh" content={`2;url=${pdfHref}`} />
        </noscript>
      )}
      <p className="wrap-anywhere text-muted" dir="auto">
        {conversation.title}
      </p>
      <h1 className="text-3xl tracking-tight">{t("makingTitle")}</h1>
      <NextIntlClientProvider messages={{ report: { pdf: report.pdf } }}>
        <PdfProgress
          initial={initial}
          stateHref={`/api/v1/conversations/${conversation.slug}/report-pdfs/${key}`}
          pdfHref={pdfHref}
          retryHref={`${path}/report.pdf?${kept}`}
        />
      </NextIntlClientProvider>
      <p>
        <a className="link" href={href(`${path}/report`)}>
          {t("back")}
        </a>
      </p>
    </div>
  );
}
