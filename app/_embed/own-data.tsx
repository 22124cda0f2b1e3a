import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { getRuntime } from "@/server/runtime";
import { DeleteEverything } from "../_my-data/delete-everything";
import { Section } from "../_my-data/section";
import { DeviceCode } from "./device-code";
import { DownloadOwn } from "./download-own";

interface Props {
  conversation: { id: number; slug: string };
  hasStatements: boolean;
}

/** What is stored is taken, moved or deleted without leaving the frame. */
export async function OwnData({ conversation, hasStatements }: Props) {
  const [t, { myData, vote }] = await Promise.all([getTranslations("myData"), getMessages()]);
  const { failed } = vote;
  const { deviceButton, deviceAgain, codeLabel, codeSteps, codeLink } = myData;
  const messages = { myData: { deviceButton, deviceAgain, codeLabel, codeSteps, codeLink } };
  const { id, slug } = conversation;
  return (
    <>
      <Section id="download" heading={t("downloadHeading")}>
        <p>{t("downloadBody")}</p>
        <DownloadOwn conversationId={id} slug={slug} failed={failed}>
          {t("download")}
        </DownloadOwn>
      </Section>
      <div className="[@media(scripting:none)]:hidden">
        <Section id="another-device" heading={t("deviceHeading")}>
          <p>{t("deviceBody")}</p>
          <NextIntlClientProvider messages={messages}>
            <DeviceCode
              conversationId={id}
              slug={slug}
              address={`${getRuntime().publicUrl}/c/${slug}/resume`}
              failed={failed}
            />
          </NextIntlClientProvider>
        </Section>
      </div>
      <DeleteEverything conversation={conversation} hasStatements={hasStatements} isEmbedded />
    </>
  );
}
