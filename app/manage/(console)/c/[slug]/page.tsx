import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/app/_ui/card";
import { formatNumber } from "@/lib/i18n/format-number";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { listAnswers } from "@/server/services/answers/list-answers";
import { getConversationOverview } from "@/server/services/conversations/get-overview";
import { roleMay } from "@/server/services/permissions/permission-table";
import { loadConversation } from "../../../_console/load-conversation";
import { LiveOverview } from "../../../_overview/live-overview";
import { NeededNow } from "../../../_overview/needed-now";
import { VotingState } from "../../../_overview/voting-state";

export default async function OverviewPage({ params }: { params: Promise<{ slug: string }> }) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const mayAnswer = roleMay(conversation.role, "answer");
  const [overview, answers, t, locale, href] = await Promise.all([
    getConversationOverview(ctx, { conversationId: conversation.id }),
    mayAnswer ? listAnswers(ctx, { conversation }) : null,
    getTranslations("manage.overview"),
    getLocale(),
    getLocalizeHref(),
  ]);
  const { id, slug, state, closesAt, settings, role } = conversation;
  const numbers = [
    { name: t("participants"), value: overview.participants },
    { name: t("votes"), value: overview.votes },
    { name: t("accepted"), value: overview.statements.accepted },
    { name: t("pending"), value: overview.statements.pending },
    { name: t("rejected"), value: overview.statements.rejected },
  ];
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
      <LiveOverview slug={slug} />
      <div className="grid grid-cols-1 gap-6">
        <NeededNow
          state={state}
          statements={overview.statements}
          isLenient={settings.moderation === "lenient"}
          statementsHref={href(`/manage/c/${slug}/statements`)}
          may={(act) => roleMay(role, act)}
          answers={
            answers && {
              waiting: answers.answers.filter(({ current }) => current === null).length,
              dueAt: conversation.answersDueAt,
              href: href(`/manage/c/${slug}/answers`),
            }
          }
        />
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {numbers.map(({ name, value }) => (
            <Card key={name} className="flex flex-col-reverse justify-end p-4">
              <dt className="text-muted text-sm">{name}</dt>
              <dd className="font-semibold text-2xl tabular-nums">{formatNumber(locale, value)}</dd>
            </Card>
          ))}
        </dl>
      </div>
      <VotingState
        conversationId={id}
        state={state}
        closesAt={closesAt}
        mayChange={role === "owner"}
        voteHref={href(`/c/${slug}`)}
        resultsHref={href(`/c/${slug}/results`)}
        settingsHref={href(`/manage/c/${slug}/settings`)}
        answerDays={settings.answerDays}
      />
    </div>
  );
}
