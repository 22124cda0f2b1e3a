import { getFormatter, getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { getChosenLang } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import type { ServiceContext } from "@/server/services/context";
import { getHostSecret } from "@/server/services/conversations/get-host-secret";
import { CheckField } from "../_forms/check-field";
import { PlainForm } from "../_people/plain-form";
import { ShareItem } from "./share-item";

/** For owners: the secret with which their own site says who its readers are. */
export async function IdentityItem({ ctx, conversation, outcome }: Props) {
  const { secrets } = getRuntime();
  const [t, format, { secret, previousUntil }, lang] = await Promise.all([
    getTranslations("manage.embed"),
    getFormatter(),
    getHostSecret({ ...ctx, secrets }, { conversationId: conversation.id }),
    getChosenLang(),
  ]);
  return (
    <Card className="p-5">
      <details id="identity" open={outcome !== undefined}>
        <summary className="disclosure font-semibold">{t("identity")}</summary>
        <div className="grid gap-4">
          <Outcome outcome={outcome} />
          <ShareItem title={t("secret")} hint={t("identityHint")} text={secret} />
          {previousUntil && (
            <p>{t("secretBefore", { time: format.dateTime(previousUntil, "moment") })}</p>
          )}
          <PlainForm
            action={`/api/manage/c/${conversation.slug}/host-secret`}
            hidden={{ lang }}
            className="grid justify-items-start gap-2"
          >
            <CheckField name="keepsOld" label={t("secretKeep")} />
            <Button type="submit" variant="danger">
              {t("secretNew")}
            </Button>
            <p className="text-muted text-sm">{t("secretNewHint")}</p>
          </PlainForm>
        </div>
      </details>
    </Card>
  );
}

async function Outcome({ outcome }: Pick<Props, "outcome">) {
  if (outcome === undefined) return null;
  const [t, errors] = await Promise.all([getTranslations("manage.embed"), getTranslations("vote")]);
  return outcome === "made" ? (
    <Notice>{t("secretMade")}</Notice>
  ) : (
    <Notice tone="warning">{errors("failed")}</Notice>
  );
}

interface Props {
  ctx: ServiceContext;
  conversation: { id: number; slug: string };
  /** What came of asking for a new one. */
  outcome: string | string[] | undefined;
}
