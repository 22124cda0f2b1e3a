import { useTranslations } from "next-intl";
import { useSectionTitles } from "@/app/_report/use-section-titles";
import { ReportSectionId } from "@/lib/schemas/report-settings";

/** A box for each section that can be left out. */
export function SectionChoice({ hidden }: { hidden: ReportSectionId[] }) {
  const t = useTranslations("manage.report");
  const titles = useSectionTitles();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{t("sections")}</legend>
      {ReportSectionId.options.map((id) => (
        <label key={id} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="show"
            value={id}
            defaultChecked={!hidden.includes(id)}
            className="size-5 shrink-0 accent-accent"
          />
          <span>{titles[id]}</span>
        </label>
      ))}
    </fieldset>
  );
}
