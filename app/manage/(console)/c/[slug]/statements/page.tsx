import { getTranslations } from "next-intl/server";
import { roleMay } from "@/server/services/permissions/permission-table";
import { listStatementsForModeration } from "@/server/services/statements/list-for-moderation";
import { loadConversation } from "../../../../_console/load-conversation";
import { ModerationQueue } from "../../../../_moderation/moderation-queue";
import { SeedForm } from "../../../../_moderation/seed-form";
import { TranslationsFile } from "../../../../_translations/translations-file";

export default async function StatementsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const { id, slug, role, settings } = conversation;
  const [statements, t] = await Promise.all([
    listStatementsForModeration(ctx, { conversationId: id }),
    getTranslations("manage.statements"),
  ]);
  return (
    <section aria-labelledby="statements-title" className="grid gap-6">
      <h2 id="statements-title" className="sr-only">
        {t("title")}
      </h2>
      <ModerationQueue
        conversationId={id}
        slug={slug}
        initialStatements={statements}
        mayModerate={roleMay(role, "moderate")}
      />
      {roleMay(role, "seed") && (
        <SeedForm conversationId={id} maxLength={settings.statementMaxLength} />
      )}
      {roleMay(role, "moderate") && <TranslationsFile conversationId={id} slug={slug} />}
    </section>
  );
}
