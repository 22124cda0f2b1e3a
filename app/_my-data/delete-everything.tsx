import { getTranslations } from "next-intl/server";
import { Button } from "../_ui/button";
import { DeleteForm } from "./delete-form";
import { HiddenFields } from "./hidden-fields";
import { Section } from "./section";

interface Props {
  conversation: { id: number; slug: string };
  hasStatements: boolean;
  isEmbedded?: boolean;
}

/** The way out, with what cannot be taken back. */
export async function DeleteEverything({ conversation, hasStatements, isEmbedded = false }: Props) {
  const t = await getTranslations("myData");
  return (
    <Section id="delete" heading={t("deleteHeading")}>
      <p>{t("deleteBody")}</p>
      <p className="text-muted">{t("remains")}</p>
      <DeleteForm conversationId={conversation.id} slug={conversation.slug} isEmbedded={isEmbedded}>
        <HiddenFields />
        {isEmbedded && <input type="hidden" name="embed" value="1" />}
        {hasStatements && (
          <fieldset className="grid gap-1">
            <legend className="font-medium">{t("deleteStatements")}</legend>
            <Choice value="withdraw" text={t("deleteWithdraw")} isChosen />
            <Choice value="keep" text={t("deleteKeep")} />
          </fieldset>
        )}
        <label className="flex min-h-11 items-center gap-2.5">
          <input
            type="checkbox"
            name="confirm"
            required
            className="size-5 shrink-0 accent-accent"
          />
          {t("deleteConfirm")}
        </label>
        <Button type="submit" variant="danger" className="justify-self-start">
          {t("deleteButton")}
        </Button>
      </DeleteForm>
    </Section>
  );
}

function Choice({ value, text, isChosen }: { value: string; text: string; isChosen?: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input
        type="radio"
        name="statements"
        value={value}
        defaultChecked={isChosen}
        className="size-5 shrink-0 accent-accent"
      />
      {text}
    </label>
  );
}
