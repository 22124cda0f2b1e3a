import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import {
  listManagedConversations,
  type ManagedConversation,
} from "@/server/services/conversations/list-managed";
import { roleMay } from "@/server/services/permissions/permission-table";
import { requireSession } from "../_console/session";
import { StateBadge } from "../_console/state-badge";

export default async function ConversationListPage() {
  const { ctx } = await requireSession();
  const [conversations, t, href] = await Promise.all([
    listManagedConversations(ctx),
    getTranslations("manage.list"),
    getLocalizeHref(),
  ]);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl">{t("title")}</h1>
        <LinkButton href={href("/manage/new")} variant="primary">
          {t("create")}
        </LinkButton>
      </div>
      {conversations.length === 0 ? (
        <Card className="grid gap-2 p-8 text-center">
          <p className="font-semibold text-lg">{t("emptyTitle")}</p>
          <p className="text-muted">{t("emptyBody")}</p>
        </Card>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              <ConversationCard conversation={conversation} href={href} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function ConversationCard({
  conversation,
  href,
}: {
  conversation: ManagedConversation;
  href: (path: string) => string;
}) {
  const { slug, title, state, role, participants, pending, closesAt, createdAt } = conversation;
  const [t, common, format] = await Promise.all([
    getTranslations("manage.list"),
    getTranslations("common"),
    getFormatter(),
  ]);
  const date = (instant: Date) => format.dateTime(instant, { dateStyle: "medium" });
  return (
    <Card as="article" className="relative grid h-full content-start gap-3 p-5">
      <div className="flex items-start justify-between gap-3">
        <h2 className="text-lg" dir="auto">
          <a href={href(`/manage/c/${slug}`)} className="after:absolute after:inset-0">
            {title}
          </a>
        </h2>
        <StateBadge state={state} />
      </div>
      <p className="text-muted text-sm">
        {common("participants", { count: participants })} ·{" "}
        {state === "open" && closesAt
          ? t("closes", { date: date(closesAt) })
          : t("created", { date: date(createdAt) })}
      </p>
      {pending > 0 && roleMay(role, "moderate") && (
        <p className="font-medium text-warning">{t("pending", { count: pending })}</p>
      )}
    </Card>
  );
}
