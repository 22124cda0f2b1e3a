import { getTranslations } from "next-intl/server";
import type { OwnData } from "@/lib/schemas/own-data";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import type { Conversation } from "@/server/services/conversations/conversation";
import type { ResumeCode } from "@/server/services/participants/create-resume-code";
import { LinkButton } from "../_ui/link-button";
import { AnotherDevice } from "./another-device";
import { DeleteEverything } from "./delete-everything";
import { FinishAndForget } from "./finish-and-forget";
import { InThisBrowser } from "./in-this-browser";
import { MyDataHeading } from "./my-data-heading";
import { MyDataNotice, type MyDataOutcome } from "./my-data-notice";
import { Section } from "./section";
import { StoredFacts } from "./stored-facts";

interface Props {
  conversation: Conversation;
  data: OwnData;
  /** The code for another device that may be shown again. */
  code: ResumeCode | null;
  outcome: MyDataOutcome;
}

/** What is stored of whoever looks, where, who sees it, and how to take it, move it or delete it. */
export async function MyData({ conversation, data, code, outcome }: Props) {
  const t = await getTranslations("myData");
  const { slug, settings } = conversation;
  return (
    <div className="reading-width grid gap-8 pt-4 pb-10 sm:pt-10">
      <MyDataHeading conversation={conversation} title={t("title")} />
      <MyDataNotice outcome={outcome} />
      {data.participant ? (
        <>
          <p>{t("intro")}</p>
          <StoredFacts data={data} participant={data.participant} />
          <Section id="who-sees-it" heading={t("sharedHeading")}>
            <p>{t(settings.publicVotes ? "sharedPublic" : "sharedOrganisers")}</p>
          </Section>
          <InThisBrowser conversationId={conversation.id} />
          <Section id="download" heading={t("downloadHeading")}>
            <p>{t("downloadBody")}</p>
            <LinkButton href={`/api/v1/conversations/${slug}/me?download`} download>
              {t("download")}
            </LinkButton>
          </Section>
          <AnotherDevice slug={slug} code={code} />
          <FinishAndForget conversation={conversation} />
          <DeleteEverything
            conversation={conversation}
            hasStatements={data.statements.length > 0}
          />
        </>
      ) : (
        <Nothing slug={slug} />
      )}
    </div>
  );
}

async function Nothing({ slug }: { slug: string }) {
  const [t, href] = await Promise.all([getTranslations("myData"), getLocalizeHref()]);
  return (
    <Section id="nothing" heading={t("nothingTitle")}>
      <p>{t("nothingBody")}</p>
      <p className="text-muted">{t("notStored")}</p>
      <a href={href(`/c/${slug}/resume`)} className="link inline-flex min-h-11 items-center">
        {t("resumeLink")}
      </a>
    </Section>
  );
}
