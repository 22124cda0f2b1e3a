import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/notice";
import { loadConversation } from "../../../../_console/load-conversation";
import { SettingsForm } from "../../../../_forms/settings-form";

export default async function SettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { conversation } = await loadConversation((await params).slug);
  const t = await getTranslations("manage.settings");
  const { id, title, description, settings, role, opensAt } = conversation;
  return (
    <section aria-labelledby="settings-title" className="grid max-w-2xl gap-6">
      <h2 id="settings-title" className="text-2xl">
        {t("title")}
      </h2>
      {role === "owner" ? (
        <SettingsForm
          conversationId={id}
          title={title}
          description={description}
          settings={settings}
          wasOpen={opensAt !== null}
        />
      ) : (
        <Notice>{t("notYours")}</Notice>
      )}
    </section>
  );
}
