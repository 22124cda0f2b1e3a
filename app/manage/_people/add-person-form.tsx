import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { PlainForm } from "./plain-form";
import { RoleField } from "./role-field";

interface Props {
  action: string;
  lang: string | null;
}

export function AddPersonForm({ action, lang }: Props) {
  const t = useTranslations("manage");
  return (
    <section aria-labelledby="add-title" className="grid grid-cols-1 gap-3">
      <h3 id="add-title" className="text-xl">
        {t("people.addTitle")}
      </h3>
      <PlainForm action={action} hidden={{ lang }} className="grid max-w-md grid-cols-1 gap-4">
        <TextField
          label={t("signIn.email")}
          hint={t("people.emailHint")}
          name="email"
          type="email"
          autoComplete="off"
          required
          maxLength={254}
        />
        <RoleField defaultRole="observer" />
        <div>
          <Button type="submit" variant="primary">
            {t("people.addTitle")}
          </Button>
        </div>
      </PlainForm>
    </section>
  );
}
