import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/field";
import { PERSON_NAME_MAX_LENGTH } from "@/lib/schemas/person-input";
import { ServiceError } from "@/server/services/errors";
import { getInvitation, type Invitation } from "@/server/services/people/find-invitation";
import { contextOf, findSession } from "../../../../_console/session";
import { EntryForm } from "../../../../_entry/entry-form";
import { SpentLink } from "../../../../_entry/spent-link";

const problems = {
  "password-length": "setup.passwordLength",
  "email-taken": "setup.emailTaken",
  "input-invalid": "errors.input-invalid",
  wrong: "signIn.wrong",
  "too-many": "signIn.tooMany",
} as const;

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manage.join");
  // The address holds the token: it must not travel on in a Referer.
  return { title: t("title"), referrer: "no-referrer" };
}

/** Looking at it uses nothing up: mail servers and messengers fetch links before people do. */
export default async function JoinPage({ params, searchParams }: Props) {
  const [{ slug }, { token, problem, lang }] = await Promise.all([params, searchParams]);
  const [t, session] = await Promise.all([getTranslations("manage"), findSession()]);
  const invitation = typeof token === "string" ? await findInvitation(slug, token) : null;
  if (!invitation) return <SpentLink body={t("join.spentBody")} />;
  const { title, email, role, hasAccount } = invitation;
  const found =
    Object.entries(problems).find(([name]) => name === problem)?.[1] ?? "errors.unknown";
  const isSignedIn = session?.email === email;
  return (
    <EntryForm
      title={t("join.title")}
      intro={`${t("people.mailLead", { title })} ${t("people.roles.label")}: ${t(`people.roles.${role}`)}. ${t(`people.may.${role}`)}`}
      problem={problem === undefined ? null : t(found)}
      action={`/api/manage/c/${slug}/join`}
      hidden={{ token, lang }}
      submit={t("join.submit")}
    >
      <TextField
        label={t("signIn.email")}
        type="email"
        autoComplete="username"
        readOnly
        defaultValue={email}
      />
      {!hasAccount && <NewAccountFields />}
      {hasAccount && !isSignedIn && (
        <TextField
          label={t("signIn.password")}
          hint={t("join.hasAccount")}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
        />
      )}
    </EntryForm>
  );
}

async function NewAccountFields() {
  const t = await getTranslations("manage");
  return (
    <>
      <TextField
        label={t("join.name")}
        hint={t("join.nameHint")}
        name="name"
        autoComplete="name"
        dir="auto"
        required
        maxLength={PERSON_NAME_MAX_LENGTH}
      />
      <TextField
        label={t("setup.password")}
        hint={t("setup.passwordHint")}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={128}
      />
    </>
  );
}

async function findInvitation(slug: string, token: string): Promise<Invitation | null> {
  try {
    return await getInvitation(contextOf({ kind: "anonymous" }), { slug, token });
  } catch (error) {
    if (error instanceof ServiceError) return null;
    throw error;
  }
}
