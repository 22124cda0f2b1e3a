import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/field";
import { LinkButton } from "@/app/_ui/link-button";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { isOwnerSetupOpen } from "@/server/services/users/create-owner";
import { contextOf } from "../../_console/session";
import { EntryForm } from "../../_entry/entry-form";

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
    <EntryForm
      title={t("title")}
      intro={t("intro")}
      problem={found ? t(found) : null}
      action="/api/manage/setup"
      hidden={{ token, lang }}
      submit={t("submit")}
    >
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
    </EntryForm>
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
