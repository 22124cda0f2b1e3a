import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import type { PendingInvitation } from "@/server/services/people/list";
import { PlainForm } from "./plain-form";

interface Props {
  invitation: PendingInvitation;
  action: string;
  lang: string | null;
}

export function InvitationItem({ invitation, action, lang }: Props) {
  const t = useTranslations("manage.people");
  const format = useFormatter();
  const { id, email, role, expiresAt, isExpired } = invitation;
  const date = format.dateTime(expiresAt, { dateStyle: "long" });
  return (
    <li>
      <Card className="grid grid-cols-1 gap-3 p-5">
        <div className="grid gap-0.5">
          <h4 className="wrap-anywhere font-semibold">{email}</h4>
          <p>
            {t("roles.label")}: {t(`roles.${role}`)}
          </p>
          <p className="text-muted text-sm">{isExpired ? t("expired") : t("until", { date })}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <PlainForm action={action} hidden={{ email, role, lang }}>
            <Button type="submit" aria-label={`${t("renew")}: ${email}`}>
              {t("renew")}
            </Button>
          </PlainForm>
          <PlainForm action={`${action}/withdraw`} hidden={{ invitation: id, lang }}>
            <Button type="submit" variant="danger" aria-label={`${t("withdraw")}: ${email}`}>
              {t("withdraw")}
            </Button>
          </PlainForm>
        </div>
      </Card>
    </li>
  );
}
