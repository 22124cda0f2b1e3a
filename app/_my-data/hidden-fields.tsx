import { getChosenLang } from "@/server/i18n/localize-href";

/** What a form sends along so that the page it leads back to speaks the same language. */
export async function HiddenFields() {
  const lang = await getChosenLang();
  return lang && <input type="hidden" name="lang" value={lang} />;
}
