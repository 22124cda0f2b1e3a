import { getTranslations } from "next-intl/server";

/** What the controls say, handed over as it is: a few words need no messages in the browser. */
export interface ShareText {
  address: string;
  send: string;
  copy: string;
  copied: string;
  notCopied: string;
}

export async function readShareText(): Promise<ShareText> {
  const t = await getTranslations("share");
  return {
    address: t("address"),
    send: t("send"),
    copy: t("copy"),
    copied: t("copied"),
    notCopied: t("notCopied"),
  };
}
