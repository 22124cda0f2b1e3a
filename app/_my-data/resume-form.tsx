import { getTranslations } from "next-intl/server";
import { Button } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { CodeField } from "./code-field";
import { HiddenFields } from "./hidden-fields";

/** @param props.hasOwn this device has taken part as somebody else, which is brought together */
export async function ResumeForm({ slug, hasOwn }: { slug: string; hasOwn: boolean }) {
  const t = await getTranslations("myData");
  return (
    <form
      method="post"
      action={`/api/v1/conversations/${slug}/me/resume`}
      className="grid justify-items-start gap-4"
    >
      <HiddenFields />
      <CodeField label={t("resumeField")} hint={t("resumeBody")} />
      {hasOwn && (
        <Notice tone="warning">
          <input type="hidden" name="join" value="on" />
          <p>{t("resumeJoin")}</p>
        </Notice>
      )}
      <Button type="submit" variant="primary">
        {t("resumeButton")}
      </Button>
    </form>
  );
}
