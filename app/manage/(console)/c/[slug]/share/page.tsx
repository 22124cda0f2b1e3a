import { getTranslations } from "next-intl/server";
import { loadShortAddress } from "@/app/_share/load-short-address";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { locales } from "@/lib/i18n/locales";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { loadConversation } from "../../../../_console/load-conversation";
import { CodeItem } from "../../../../_share/code-item";
import { EmbedComposer } from "../../../../_share/embed-composer";
import { IdentityItem } from "../../../../_share/identity-item";
import { ShareItem } from "../../../../_share/share-item";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ secret?: string | string[] }>;
}

export default async function SharePage({ params, searchParams }: Props) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const [t, overlay, href] = await Promise.all([
    getTranslations("manage.share"),
    getTranslations("manage.overlay"),
    getLocalizeHref(),
  ]);
  const { publicUrl, locales: open } = getRuntime();
  const offered = locales.filter(({ tag }) => open.includes(tag));
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
      <EmbedComposer publicUrl={publicUrl} slug={slug} title={title} offered={offered} />
      {conversation.role === "owner" && (
        <IdentityItem ctx={ctx} conversation={conversation} outcome={(await searchParams).secret} />
      )}
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
