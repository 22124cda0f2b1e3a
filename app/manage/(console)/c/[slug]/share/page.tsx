import { getTranslations } from "next-intl/server";
import { loadShortAddress } from "@/app/_share/load-short-address";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { loadConversation } from "../../../../_console/load-conversation";
import { CodeItem } from "../../../../_share/code-item";
import { EmbedComposer } from "../../../../_share/embed-composer";
import { IdentityItem } from "../../../../_share/identity-item";
import { ShareItem } from "../../../../_share/share-item";

export default async function SharePage({ params }: { params: Promise<{ slug: string }> }) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const [t, overlay, href] = await Promise.all([
    getTranslations("manage.share"),
    getTranslations("manage.overlay"),
    getLocalizeHref(),
  ]);
  const { publicUrl } = getRuntime();
  const { id, slug, title, state } = conversation;
  const page = `${publicUrl}/c/${slug}`;
  return (
    <section aria-labelledby="share-title" className="grid max-w-3xl gap-5">
      <h2 id="share-title" className="text-2xl">
        {t("title")}
      </h2>
      {state === "draft" && <Notice tone="warning">{t("draft")}</Notice>}
      <ShareItem title={t("vote")} hint={t("voteHint")} text={page} href={page} />
      <CodeItem slug={slug} url={page} shortAddress={await loadShortAddress(id)} />
      <ShareItem
        title={t("results")}
        hint={t("resultsHint")}
        text={`${page}/results`}
        href={`${page}/results`}
      />
      <ShareItem
        title={t("report")}
        hint={t("reportHint")}
        text={`${page}/report`}
        href={`${page}/report`}
      />
      <EmbedComposer publicUrl={publicUrl} slug={slug} title={title} />
      {conversation.role === "owner" && <IdentityItem ctx={ctx} conversationId={conversation.id} />}
      <ShareItem
        title={t("overlay")}
        hint={t("overlayHint")}
        text={`${publicUrl}/overlay/${slug}`}
        href={`${publicUrl}/overlay/${slug}`}
      />
      <LinkButton href={href(`/manage/c/${slug}/overlay`)} className="justify-self-start">
        {overlay("compose")}
      </LinkButton>
    </section>
  );
}
