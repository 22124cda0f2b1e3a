import { useTranslations } from "next-intl";
import { ShareItem } from "../_share/share-item";

/** The link, which only this page ever shows. */
export function InvitationLink({ email, link }: { email: string; link: string }) {
  const t = useTranslations("manage.people");
  return (
    <ShareItem
      title={t("linkTitle", { email })}
      hint={`${t("linkOnce")} ${t("linkHint")}`}
      text={link}
    />
  );
}
