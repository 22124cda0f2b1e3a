import { useTranslations } from "next-intl";
import { Notice } from "../_ui/notice";

/** For somebody who was sent to a statement that is not, or no longer, up for a vote. */
export function LinkedNotice() {
  const t = useTranslations("vote");
  return (
    <Notice tone="info">
      <p>{t("linkMissing")}</p>
    </Notice>
  );
}
