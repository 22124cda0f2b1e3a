import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { Verifier } from "@/app/_verify/verifier";
import { getRuntime } from "@/server/runtime";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("verify");
  return { title: t("title"), description: t("intro") };
}

export default async function VerifyPage() {
  const [t, messages, keys] = await Promise.all([
    getTranslations("verify"),
    pickMessages(),
    getRuntime().signer?.listPublicKeys() ?? { keys: [] },
  ]);
  return (
    <div className="page-width max-w-3xl py-10">
      <h1 className="text-3xl tracking-tight">{t("title")}</h1>
      <p className="mt-4 mb-8 text-lg text-muted">{t("intro")}</p>
      <noscript>
        <p>{t("needsScript", { command: "plenum verify" })}</p>
      </noscript>
      <NextIntlClientProvider messages={messages}>
        <Verifier keys={keys} />
      </NextIntlClientProvider>
    </div>
  );
}

async function pickMessages() {
  const { verify, results, report } = await getMessages();
  const { statementNumber, group } = results;
  return { verify, results: { statementNumber, group }, report: { voteList: report.voteList } };
}
