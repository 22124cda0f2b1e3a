import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { getChosenLang } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { findOverlayToken } from "@/server/services/overlay/find-token";
import { loadConversation } from "../../../../_console/load-conversation";
import { CheckField } from "../../../../_forms/check-field";
import { ComposerFields } from "../../../../_overlay/composer-fields";
import { ComposerForm } from "../../../../_overlay/composer-form";
import { PrivatePart } from "../../../../_overlay/private-part";
import { overlayPath, readWish, type SearchParams } from "../../../../_overlay/read-wish";
import { ShareItem } from "../../../../_share/share-item";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

/** Composes the address of an overlay: a form to this page itself, which works without a script. */
export default async function OverlayComposerPage({ params, searchParams }: Props) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const search = await searchParams;
  const { slug, state } = conversation;
  const { publicUrl, secrets, locales } = getRuntime();
  const [{ mayRotate, token }, t, common, lang] = await Promise.all([
    findOverlayToken({ ...ctx, secrets }, { conversationId: conversation.id }),
    getTranslations("manage.overlay"),
    getTranslations("manage.share"),
    getChosenLang(),
  ]);
  const wish = readWish(search);
  const path = overlayPath(slug, wish, token);
  return (
    <section aria-labelledby="overlay-title" className="grid grid-cols-1 gap-8" data-plain="">
      <div className="grid max-w-3xl gap-2">
        <h2 id="overlay-title" className="text-2xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      {state === "draft" && <Notice tone="warning">{common("draft")}</Notice>}
      <Outcome done={search.done} problem={search.problem} />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
        <ComposerForm action={`/manage/c/${slug}/overlay`}>
          {lang && <input type="hidden" name="lang" value={lang} />}
          <ComposerFields wish={wish} offered={locales} />
          {token && (
            <CheckField
              name="private"
              value="1"
              label={t("private")}
              hint={t("privateHint")}
              defaultChecked={wish.isPrivate}
            />
          )}
          <Button type="submit" className="justify-self-start">
            {t("show")}
          </Button>
        </ComposerForm>
        <div className="grid grid-cols-1 content-start gap-5 lg:sticky lg:top-4 lg:self-start">
          <ShareItem
            title={t("address")}
            hint={t("addressHint")}
            text={publicUrl + path}
            href={path}
          />
          <iframe
            key={path}
            src={path}
            title={t("preview")}
            className="order-first aspect-video w-full rounded-card border border-line bg-water-deep"
          />
        </div>
      </div>
      {mayRotate && (
        <PrivatePart
          action={`/api/manage/c/${slug}/overlay-token`}
          lang={lang}
          hasToken={token !== null}
        />
      )}
    </section>
  );
}

async function Outcome({ done, problem }: Pick<SearchParams, "done" | "problem">) {
  if (done === undefined && problem === undefined) return null;
  const [t, errors] = await Promise.all([
    getTranslations("manage.overlay"),
    getTranslations("vote"),
  ]);
  return (
    <div id="outcome" tabIndex={-1}>
      {problem === undefined ? (
        <Notice>{t("rotated")}</Notice>
      ) : (
        <Notice tone="warning">{errors("failed")}</Notice>
      )}
    </div>
  );
}
