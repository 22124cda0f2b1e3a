import { getTranslations } from "next-intl/server";
import { Notice } from "../_ui/notice";
import { FormNotice } from "../_vote/form-notice";

interface Props {
  outcome: { voted?: string | string[]; error?: string | string[] };
}

/** What came of a vote that was changed without the script. */
export async function SavedNotice({ outcome }: Props) {
  const t = await getTranslations("mine");
  if (outcome.error) return <FormNotice outcome={{ error: outcome.error }} />;
  return outcome.voted && <Notice tone="success">{t("saved")}</Notice>;
}
