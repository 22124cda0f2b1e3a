import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/notice";
import { invitationCookieName } from "@/server/auth/invitation-token";
import { getChosenLang } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { invitationLink } from "@/server/services/people/add";
import { findOwnInvitation } from "@/server/services/people/find-invitation";
import { listPeople } from "@/server/services/people/list";
import { loadConversation } from "../../../../_console/load-conversation";
import { AddPersonForm } from "../../../../_people/add-person-form";
import { InvitationItem } from "../../../../_people/invitation-item";
import { InvitationLink } from "../../../../_people/invitation-link";
import { PeopleOutcome } from "../../../../_people/people-outcome";
import { PersonItem } from "../../../../_people/person-item";
import { RoleTable } from "../../../../_people/role-table";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who has which role: plain forms, which work with and without JavaScript. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const { id: conversationId, slug } = conversation;
  const { done, problem, mail } = await searchParams;
  const [{ people, invitations, mayAppoint }, kept, t, form, lang] = await Promise.all([
    listPeople(ctx, { conversationId }),
    cookies(),
    getTranslations("manage"),
    getTranslations("manage.people"),
    getChosenLang(),
  ]);
  const token = kept.get(invitationCookieName(conversationId))?.value;
  const shown =
    mayAppoint && token ? await findOwnInvitation(ctx, { conversationId, token }) : null;
  const action = `/api/manage/c/${slug}/people`;
  return (
    <section
      aria-labelledby="people-title"
      className="grid max-w-3xl grid-cols-1 gap-8"
      data-plain=""
    >
      <div className="grid gap-2">
        <h2 id="people-title" className="text-2xl">
          {t("tabs.people")}
        </h2>
        <p className="text-muted">{form("lead")}</p>
      </div>
      <PeopleOutcome done={done} problem={problem} mail={mail}>
        {token && shown && (
          <InvitationLink
            email={shown.email}
            link={invitationLink(getRuntime().publicUrl, slug, token)}
          />
        )}
      </PeopleOutcome>
      <ul className="grid grid-cols-1 gap-3">
        {people.map((person) => (
          <PersonItem
            key={person.userId}
            person={person}
            action={action}
            lang={lang}
            mayAppoint={mayAppoint}
          />
        ))}
      </ul>
      {invitations.length > 0 && (
        <section aria-labelledby="pending-title" className="grid grid-cols-1 gap-3">
          <h3 id="pending-title" className="text-xl">
            {form("pendingTitle")}
          </h3>
          <ul className="grid grid-cols-1 gap-3">
            {invitations.map((invitation) => (
              <InvitationItem
                key={invitation.id}
                invitation={invitation}
                action={action}
                lang={lang}
              />
            ))}
          </ul>
        </section>
      )}
      {mayAppoint ? (
        <AddPersonForm action={action} lang={lang} />
      ) : (
        <Notice>{t("settings.notYours")}</Notice>
      )}
      <RoleTable />
    </section>
  );
}
