import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getChosenLang } from "@/server/i18n/localize-href";
import { findStageTally } from "@/server/services/live-sessions/find-tally";
import { getStage } from "@/server/services/live-sessions/get-stage";
import { mayBeRevealed } from "@/server/services/live-sessions/may-be-revealed";
import { roleMay } from "@/server/services/permissions/permission-table";
import { isOpen } from "@/server/services/votes/assert-open";
import { loadConversation } from "../../../../_console/load-conversation";
import { PresentForm } from "../../../../_present/present-form";
import { Stage } from "../../../../_present/stage";
import { StatementChoices } from "../../../../_present/statement-choices";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** For the facilitator's phone: what everybody sees now, and the buttons that change it. */
export default async function PresentPage({ params, searchParams }: Props) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  if (!roleMay(conversation.role, "present")) notFound();
  const { id: conversationId, slug } = conversation;
  const [presented, { problem }, t, tabs, lang] = await Promise.all([
    getStage(ctx, { conversationId }),
    searchParams,
    getTranslations("manage.present"),
    getTranslations("manage.tabs"),
    getChosenLang(),
  ]);
  const { stage, number } = presented;
  const mayReveal = mayBeRevealed(conversation);
  const takesVotes = isOpen(conversation, ctx.now());
  const tally =
    stage.statementId === null
      ? null
      : await findStageTally(ctx, { conversationId, statement: stage.statementId });
  return (
    <section
      aria-labelledby="present-title"
      className="grid max-w-2xl grid-cols-1 gap-4"
      data-plain=""
    >
      <h2 id="present-title" className="text-2xl">
        {tabs("present")}
      </h2>
      {!stage.isRunning && <p className="text-muted">{t("lead")}</p>}
      <PresentForm
        slug={slug}
        isRunning={stage.isRunning}
        number={number}
        lang={lang}
        problem={typeof problem === "string" ? problem : null}
      >
        <Stage
          presented={{ ...presented, stage: { ...stage, isOpen: stage.isOpen && takesVotes } }}
          mayReveal={mayReveal}
          takesVotes={takesVotes}
          tally={tally}
        />
        {stage.isRunning && <StatementChoices presented={presented} />}
      </PresentForm>
    </section>
  );
}
