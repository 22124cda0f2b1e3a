import { useTranslations } from "next-intl";
import { roles } from "@/server/services/people/roles";
import { roleMay } from "@/server/services/permissions/permission-table";

export function RoleTable() {
  const t = useTranslations("manage.people");
  const present = useTranslations("manage.present");
  return (
    <section aria-labelledby="roles-title" className="grid grid-cols-1 gap-3">
      <h3 id="roles-title" className="text-xl">
        {t("rolesTitle")}
      </h3>
      <dl className="grid grid-cols-1 gap-3">
        {roles.map((role) => (
          <div key={role}>
            <dt className="font-semibold">{t(`roles.${role}`)}</dt>
            <dd className="text-muted">{t(`may.${role}`)}</dd>
            {role !== "owner" && roleMay(role, "present") && (
              <dd className="text-muted">{present("start")}</dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
