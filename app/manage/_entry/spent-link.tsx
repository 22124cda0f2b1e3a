import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_ui/link-button";
import { getLocalizeHref } from "@/server/i18n/localize-href";

/** Stands in for the form of a link that works once, when it does not work any more. */
export async function SpentLink({ body }: { body: string }) {
  const [t, href] = await Promise.all([getTranslations("manage.setup"), getLocalizeHref()]);
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-12 sm:py-20">
      <h1 className="text-3xl">{t("spentTitle")}</h1>
      <p className="text-muted">{body}</p>
      <div>
        <LinkButton href={href("/manage/sign-in")}>{t("toSignIn")}</LinkButton>
      </div>
    </div>
  );
}
