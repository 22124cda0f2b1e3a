import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { PlainForm } from "../_people/plain-form";

interface Props {
  action: string;
  lang: string | null;
  hasToken: boolean;
}

/** Makes the token of the private address, or a new one in its place. */
export function PrivatePart({ action, lang, hasToken }: Props) {
  const t = useTranslations("manage.overlay");
  return (
    <section aria-labelledby="private-title" className="grid gap-3">
      <h2 id="private-title" className="text-xl">
        {t("private")}
      </h2>
      <p className="max-w-prose text-muted">{t("privateHint")}</p>
      <PlainForm action={action} hidden={{ lang }} className="grid justify-items-start gap-1.5">
        <Button type="submit" variant={hasToken ? "danger" : "secondary"}>
          {t(hasToken ? "newLink" : "makeLink")}
        </Button>
        {hasToken && <p className="text-muted text-sm">{t("newLinkHint")}</p>}
      </PlainForm>
    </section>
  );
}
