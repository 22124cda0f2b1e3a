import { getTranslations } from "next-intl/server";
import { Card } from "@/app/_ui/card";
import { getRuntime } from "@/server/runtime";
import type { ServiceContext } from "@/server/services/context";
import { getHostSecret } from "@/server/services/conversations/get-host-secret";
import { ShareItem } from "./share-item";

/** For owners: the secret with which their own site says who its readers are. */
export async function IdentityItem({ ctx, conversationId }: Props) {
  const t = await getTranslations("manage.embed");
  const { secrets } = getRuntime();
  const secret = await getHostSecret({ ...ctx, secrets }, { conversationId });
  return (
    <Card className="p-5">
      <details>
        <summary className="disclosure font-semibold">{t("identity")}</summary>
        <ShareItem title={t("secret")} hint={t("identityHint")} text={secret} />
      </details>
    </Card>
  );
}

interface Props {
  ctx: ServiceContext;
  conversationId: number;
}
