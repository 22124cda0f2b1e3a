import { readFile } from "node:fs/promises";
import { createTranslator, type Messages } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { Role } from "@/server/services/permissions/permission-table";
import type { Mail } from "./mailer";

/** What an invitation says, in the language of whoever invites. */
export async function createInvitationMail(
  locale: Locale,
  invitation: { email: string; title: string; role: Role; link: string },
): Promise<Mail> {
  const file = new URL(`../../../lib/i18n/messages/${locale}.json`, import.meta.url);
  const messages: Messages = JSON.parse(await readFile(file, "utf8"));
  const t = createTranslator({ locale, messages, namespace: "manage.people" });
  const { email, title, role, link } = invitation;
  const paragraphs = [
    t("mailLead", { title }),
    `${t("roles.label")}: ${t(`roles.${role}`)}`,
    link,
    t("linkHint"),
    t("mailFoot"),
  ];
  return { to: email, subject: t("mailSubject", { title }), text: paragraphs.join("\n\n") };
}
