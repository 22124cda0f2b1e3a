import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { buttonStyle } from "@/app/_ui/button-style";
import { Card } from "@/app/_ui/card";
import type { Person } from "@/server/services/people/list";
import { PlainForm } from "./plain-form";
import { RoleField } from "./role-field";

interface Props {
  person: Person;
  action: string;
  lang: string | null;
  mayAppoint: boolean;
}

export function PersonItem({ person, action, lang, mayAppoint }: Props) {
  const t = useTranslations("manage.people");
  const { name, email, role, isYou, isLastOwner } = person;
  const mayChange = mayAppoint && !isLastOwner;
  return (
    <li>
      <Card className="grid grid-cols-1 gap-4 p-5">
        <div className="grid gap-0.5">
          <h3 className="wrap-anywhere font-semibold">
            <bdi>{isYou ? t("you", { name }) : name}</bdi>
          </h3>
          {email && <p className="wrap-anywhere text-muted text-sm">{email}</p>}
          {!mayChange && (
            <p>
              {t("roles.label")}: {t(`roles.${role}`)}
            </p>
          )}
          {mayAppoint && isLastOwner && <p className="text-muted text-sm">{t("lastOwner")}</p>}
        </div>
        {mayChange && <Change person={person} action={action} lang={lang} />}
      </Card>
    </li>
  );
}

function Change({ person, action, lang }: Omit<Props, "mayAppoint">) {
  const t = useTranslations("manage.people");
  const words = useTranslations("manage.translations");
  const { userId, name, role } = person;
  return (
    <div className="grid grid-cols-1 gap-2">
      <PlainForm
        action={`${action}/role`}
        hidden={{ user: userId, lang }}
        className="flex flex-wrap items-end gap-3"
      >
        <RoleField defaultRole={role} name={name} />
        <Button type="submit" aria-label={`${t("changeRole")}: ${name}`}>
          {t("changeRole")}
        </Button>
      </PlainForm>
      <details>
        <summary className={`${buttonStyle("quiet", "list-none text-disagree")} -ms-4`}>
          {words("remove")}
          <span className="sr-only">: {name}</span>
        </summary>
        <PlainForm
          action={`${action}/remove`}
          hidden={{ user: userId, lang }}
          className="mt-2 grid justify-items-start gap-3 rounded-control border-disagree border-s-4 bg-disagree-soft p-4"
        >
          <p>{t("removeHint")}</p>
          <Button type="submit" variant="danger" aria-label={`${words("remove")}: ${name}`}>
            {words("remove")}
          </Button>
        </PlainForm>
      </details>
    </div>
  );
}
