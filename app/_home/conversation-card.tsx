import { getTranslations } from "next-intl/server";
import { countDaysLeft } from "@/lib/format/count-days-left";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import type { ListedConversation } from "@/server/services/conversations/list-open";
import { Card } from "../_ui/card";

interface Props {
  conversation: ListedConversation;
  now: Date;
}

/** One conversation in a list; all of the card leads to it. */
export async function ConversationCard({ conversation, now }: Props) {
  const [t, home, href] = await Promise.all([
    getTranslations("common"),
    getTranslations("home"),
    getLocalizeHref(),
  ]);
  const { slug, title, settings, state, closesAt, participants } = conversation;
  const isOpen = state === "open";
  return (
    <Card
      as="article"
      className="group relative flex h-full flex-col gap-3 p-5 transition-colors hover:border-edge sm:p-6"
    >
      <h3 className="text-xl" dir="auto">
        <a
          href={href(isOpen ? `/c/${slug}` : `/c/${slug}/results`)}
          className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-focus focus-visible:after:outline-offset-2"
        >
          {title}
        </a>
      </h3>
      {settings.askedBy && (
        <p className="text-muted text-sm" dir="auto">
          {t("askedBy", { name: settings.askedBy })}
        </p>
      )}
      <p className="mt-auto flex flex-wrap gap-x-4 pt-2 text-muted text-sm">
        <span>{t("participants", { count: participants })}</span>
        {isOpen && closesAt && <span>{t("daysLeft", { days: countDaysLeft(closesAt, now) })}</span>}
      </p>
      <p
        aria-hidden="true"
        className="font-medium text-accent group-hover:text-accent-strong group-hover:underline group-hover:underline-offset-4"
      >
        {home(isOpen ? "takePart" : "seeResults")}
      </p>
    </Card>
  );
}
