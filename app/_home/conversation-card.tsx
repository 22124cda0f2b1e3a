import { getFormatter, getTranslations } from "next-intl/server";
import { countDaysLeft } from "@/lib/format/count-days-left";
import { guessLanguage } from "@/lib/i18n/guess-language";
import type { MapSource } from "@/lib/map/scene";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import type { DirectoryEntry } from "@/server/services/directory/list-directory";
import { MiniMap } from "../_map/mini-map";
import { Card } from "../_ui/card";
import { OutcomeFacts } from "./outcome-facts";

interface Props {
  conversation: DirectoryEntry;
  participants: number;
  /** Null before the first analysis, or while results are not public. */
  map: MapSource | null;
  now: Date;
}

/** One conversation in a list; all of the card leads to it. */
export async function ConversationCard({ conversation, participants, map, now }: Props) {
  const [t, home, format, href] = await Promise.all([
    getTranslations("common"),
    getTranslations("home"),
    getFormatter(),
    getLocalizeHref(),
  ]);
  const { slug, title, settings, state, closesAt, outcome, isDisclosed } = conversation;
  const isOpen = state === "open";
  return (
    <Card
      as="article"
      className="group relative flex h-full flex-col overflow-hidden transition-colors hover:border-edge"
    >
      <MiniMap source={map} className="aspect-video w-full border-line border-b" />
      <div className="flex grow flex-col gap-2 p-5">
        <h3 className="text-xl" dir="auto" lang={guessLanguage(title) ?? undefined}>
          <a
            href={href(isOpen ? `/c/${slug}` : `/c/${slug}/results`)}
            className="after:absolute after:inset-0 after:rounded-card focus-visible:after:-outline-offset-4 focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-focus"
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
          {isOpen && closesAt && (
            <span>{t("daysLeft", { days: countDaysLeft(closesAt, now) })}</span>
          )}
          {!isOpen && closesAt && (
            <span>
              {home("closedOn", { date: format.dateTime(closesAt, { dateStyle: "medium" }) })}
            </span>
          )}
        </p>
        {outcome && <OutcomeFacts outcome={outcome} />}
        {!isOpen && !isDisclosed && (
          <p className="border-line border-t pt-3 text-sm">{home("outcomeHidden")}</p>
        )}
        <p
          aria-hidden="true"
          className="font-medium text-accent group-hover:text-accent-strong group-hover:underline group-hover:underline-offset-4"
        >
          {home(isOpen ? "takePart" : "seeResults")}
        </p>
      </div>
    </Card>
  );
}
