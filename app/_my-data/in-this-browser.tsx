import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { participantCookieName } from "@/server/auth/read-participant";
import { Section } from "./section";
import { WaitingVotes } from "./waiting-votes";

/** What lies on the device itself. */
export async function InThisBrowser({ conversationId }: { conversationId: number }) {
  const [t, { myData }] = await Promise.all([getTranslations("myData"), getMessages()]);
  const { browserWaiting } = myData;
  return (
    <Section id="in-this-browser" heading={t("browserHeading")}>
      <ul className="grid list-disc gap-2 ps-6">
        <li>{t("browserCookie", { name: participantCookieName(conversationId) })}</li>
        <li>{t("browserOther")}</li>
        <NextIntlClientProvider messages={{ myData: { browserWaiting } }}>
          <WaitingVotes conversationId={conversationId} />
        </NextIntlClientProvider>
      </ul>
    </Section>
  );
}
