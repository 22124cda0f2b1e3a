import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field";
import { roles } from "@/server/services/people/roles";
import type { Role } from "@/server/services/permissions/permission-table";

interface Props {
  defaultRole: Role;
  /** Whose role it is, where there are several such fields on the page. */
  name?: string;
}

export function RoleField({ defaultRole, name }: Props) {
  const t = useTranslations("manage.people.roles");
  const label = name === undefined ? t("label") : <NamedLabel label={t("label")} name={name} />;
  return (
    <SelectField label={label} name="role" defaultValue={defaultRole} required>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
    </SelectField>
  );
}

function NamedLabel({ label, name }: { label: string; name: string }) {
  return (
    <>
      {label}
      <span className="sr-only">: {name}</span>
    </>
  );
}
