import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { loadReport } from "@/app/_report/load-report";
import { Notice } from "@/app/_ui/notice";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getReportSettings } from "@/server/services/reports/get-settings";
import { listReports } from "@/server/services/reports/list";
import { loadConversation } from "../../../../_console/load-conversation";
import { PublishPanel } from "../../../../_report/publish-panel";
import { ReportSettingsForm } from "../../../../_report/report-settings-form";

export default async function ManageReportPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { ctx, conversation } = await loadConversation(slug);
  const { id: conversationId, role, state } = conversation;
  const [t, report, format, messages, settings, versions, live, href] = await Promise.all([
    getTranslations("manage"),
    getTranslations("report"),
    getFormatter(),
    getMessages(),
    getReportSettings(ctx, { conversationId }),
    listReports(ctx, { conversationId }),
    loadReport(slug, "live"),
    getLocalizeHref(),
  ]);
  const isOwner = role === "owner";
  const notable = new Set([
    ...settings.pinned,
    ...Object.keys(settings.statementNotes).map(Number),
    ...(live?.view?.shared.map(({ statement }) => statement) ?? []),
  ]);
  const { manage, common, report: words, results } = messages;
  return (
    <NextIntlClientProvider messages={{ manage, common, report: words, results }}>
      <section aria-labelledby="report-title" className="grid max-w-2xl grid-cols-1 gap-8">
        <h2 id="report-title" className="text-2xl">
          {t("tabs.report")}
        </h2>
        <PublishPanel
          conversationId={conversationId}
          versions={versions.map(({ number, publishedAt }) => ({
            number,
            name: report("versionOf", {
              number,
              date: format.dateTime(publishedAt, { dateStyle: "long" }),
            }),
          }))}
          mayPublish={isOwner && state !== "draft"}
          reportHref={href(`/c/${conversation.slug}/report`)}
        />
        {isOwner ? (
          <ReportSettingsForm
            conversationId={conversationId}
            settings={settings}
            letters={live?.view?.groups.map(({ letter }) => letter) ?? []}
            notable={[...notable].flatMap((id) => {
              const text = live?.statements[id]?.text;
              return text === undefined ? [] : [{ id, text }];
            })}
          />
        ) : (
          <Notice>{t("settings.notYours")}</Notice>
        )}
      </section>
    </NextIntlClientProvider>
  );
}
