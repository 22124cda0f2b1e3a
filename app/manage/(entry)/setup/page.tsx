import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { isOwnerSetupOpen } from "@/server/services/users/create-owner";
import { contextOf } from "../../_console/session";

const problems = {
  "password-length": "passwordLength",
  "email-taken": "emailTaken",
  "input-invalid": "invalid",
} as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manage.setup");
  // The address holds the token: it must not travel on in a Referer.
  return { title: t("title"), referrer: "same-origin" };
}

export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token, problem, lang } = await searchParams;
  const isOpen =
    typeof token === "string" && (await isOwnerSetupOpen(contextOf({ kind: "anonymous" }), token));
  if (!isOpen) return <SpentLink />;
  const t = await getTranslations("manage.setup");
  const found = Object.entries(problems).find(([name]) => name === problem)?.[1];
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-12 sm:py-20">
      <div className="grid gap-2">
        <h1 className="text-3xl">{t("title")}</h1>
        <p className="text-muted">{t("intro")}</p>
      </div>
      {found && (
        <Notice tone="error" role="alert">
          {t(found)}
        </Notice>
      )}
      <form method="post" action="/api/manage/setup" className="grid gap-5">
        <input type="hidden" name="token" value={token} />
        {typeof lang === "string" && <input type="hidden" name="lang" value={lang} />}
        <TextField
          label={t("email")}
          hint={t("emailHint")}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
        />
        <TextField
          label={t("password")}
          hint={t("passwordHint")}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={128}
        />
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </form>
    </div>
  );
}

async function SpentLink() {
  const [t, href] = await Promise.all([getTranslations("manage.setup"), getLocalizeHref()]);
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-12 sm:py-20">
      <h1 className="text-3xl">{t("spentTitle")}</h1>
      <p className="text-muted">{t("spentBody")}</p>
      <div>
        <LinkButton href={href("/manage/sign-in")}>{t("toSignIn")}</LinkButton>
      </div>
    </div>
  );
}
