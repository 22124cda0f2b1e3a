import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { FinishForm } from "./finish-form";
import { HiddenFields } from "./hidden-fields";

interface Props {
  conversation: { id: number; slug: string };
  isEmbedded?: boolean;
}

/** For devices that go from hand to hand: makes this one forget who has voted on it. */
export async function FinishAndForget({ conversation, isEmbedded = false }: Props) {
  const [t, { myData }, href] = await Promise.all([
    getTranslations("myData"),
    getMessages(),
    getLocalizeHref(),
  ]);
  const { finishButton, finishBusy, finishUnsent, finishRetry, finishAnyway, finishOffline } =
    myData;
  const messages = {
    myData: { finishButton, finishBusy, finishUnsent, finishRetry, finishAnyway, finishOffline },
  };
  const { id, slug } = conversation;
  return (
    <details id="finish">
      <summary className="disclosure text-sm">{t("finishSummary")}</summary>
      <div className="grid justify-items-start gap-3 pb-2">
        <p className="text-muted">{t("finishBody")}</p>
        <NextIntlClientProvider messages={messages}>
          <FinishForm
            conversationId={id}
            slug={slug}
            doneHref={href(`/${isEmbedded ? "embed" : "c"}/${slug}?forgotten=1`)}
          >
            <HiddenFields />
            {isEmbedded && <input type="hidden" name="embed" value="1" />}
          </FinishForm>
        </NextIntlClientProvider>
      </div>
    </details>
  );
}
