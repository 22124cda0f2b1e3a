import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { loadOwn } from "@/app/_mine/load-own";
import { OwnStatements } from "@/app/_mine/own-statements";
import { OwnVotes } from "@/app/_mine/own-votes";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { createParticipation } from "@/app/_vote/create-participation";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mine");
  return { title: t("title"), robots: "noindex" };
}

export default async function MinePage({ params }: Props) {
  const viewer = await loadViewer((await params).slug);
  const { conversation } = viewer;
  const [t, href, { mine, vote }, own, participation] = await Promise.all([
    getTranslations("mine"),
    getLocalizeHref(),
    getMessages(),
    loadOwn(viewer),
    createParticipation(conversation),
  ]);
  return (
    <div className="reading-width grid gap-8 pt-4 pb-10 sm:pt-10">
      <header className="grid gap-2">
        <a href={href(`/c/${conversation.slug}`)} className="link justify-self-start">
          {t("back")}
        </a>
        <h1 className="text-2xl tracking-tight sm:text-3xl">{t("title")}</h1>
        <p dir="auto" className="font-medium">
          {conversation.title}
        </p>
        <p className="text-muted">{t("intro")}</p>
      </header>
      <NextIntlClientProvider messages={{ mine, vote }}>
        <OwnVotes
          participation={participation}
          votes={own.votes}
          seq={own.seq}
          isOpen={conversation.state === "open"}
        />
      </NextIntlClientProvider>
      <OwnStatements statements={own.statements} moderation={conversation.settings.moderation} />
    </div>
  );
}
