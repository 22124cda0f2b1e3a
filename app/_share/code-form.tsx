import { getTranslations } from "next-intl/server";
import { formatJoinCode } from "@/lib/share/join-code";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { HiddenFields } from "../_my-data/hidden-fields";
import { Button } from "../_ui/button";
import { TextField } from "../_ui/field";
import { Notice } from "../_ui/notice";

interface Props {
  /** What was typed, to be mended. */
  typed?: string;
  /** `unknown`: no conversation has the code. `tooMany`: too many wrong ones came from this address. */
  problem?: "unknown" | "tooMany";
}

const example = formatJoinCode("K7MQXD");

/** Where the code of a short address is typed, with what to do when it leads nowhere. No script needed. */
export async function CodeForm({ typed, problem }: Props) {
  const [t, home, own, vote, errors, href] = await Promise.all([
    getTranslations("share"),
    getTranslations("home"),
    getTranslations("myData"),
    getTranslations("vote"),
    getTranslations("errors"),
    getLocalizeHref(),
  ]);
  return (
    <div className="reading-width grid gap-6 py-10 sm:py-16">
      <h1 className="text-3xl tracking-tight">{home("takePart")}</h1>
      {problem === "tooMany" && (
        <Notice tone="error">
          <p>{vote("tooMany")}</p>
        </Notice>
      )}
      <form action="/j" className="grid justify-items-start gap-4">
        <HiddenFields />
        <TextField
          label={own("resumeField")}
          hint={t("codeHint", { example })}
          error={problem === "unknown" && t("codeUnknown")}
          name="code"
          required
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          dir="ltr"
          className="max-w-64 font-mono text-xl uppercase tracking-wider"
        />
        <Button type="submit" variant="primary">
          {own("resumeButton")}
        </Button>
      </form>
      <p>
        <a href={href("/")} className="link inline-flex min-h-11 items-center">
          {errors("toHome")}
        </a>
      </p>
    </div>
  );
}
