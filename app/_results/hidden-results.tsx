import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import type { ConversationSettings } from "@/lib/schemas/conversation";

interface Props {
  settings: ConversationSettings;
  closesAt: Date | null;
  ownVotes: number;
  voteHref: string;
}

/** Says when results will be visible, and what to do until then. */
export function HiddenResults({ settings, closesAt, ownVotes, voteHref }: Props) {
  const t = useTranslations("results");
  return (
    <div className="mt-6 max-w-prose">
      <Notice title={t("hiddenTitle")}>
        <p>
          <Reason settings={settings} closesAt={closesAt} ownVotes={ownVotes} />
        </p>
      </Notice>
      <LinkButton href={voteHref} variant="primary" className="mt-5">
        {t("hiddenAction")}
      </LinkButton>
    </div>
  );
}

function Reason({ settings, closesAt, ownVotes }: Omit<Props, "voteHref">) {
  const t = useTranslations("results");
  const format = useFormatter();
  switch (settings.resultsVisibility) {
    case "after-votes":
      return t("hiddenAfterVotes", { needed: settings.resultsAfterVotes, own: ownVotes });
    case "after-closing":
      return closesAt
        ? t("hiddenAfterClosingOn", { date: format.dateTime(closesAt, { dateStyle: "long" }) })
        : t("hiddenAfterClosing");
    default:
      return t("hiddenOrganisers");
  }
}
