import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadMyData } from "@/app/_my-data/load-my-data";
import { MyDataHeading } from "@/app/_my-data/my-data-heading";
import { MyDataNotice, type MyDataOutcome } from "@/app/_my-data/my-data-notice";
import { ResumeForm } from "@/app/_my-data/resume-form";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadViewer } from "@/app/_viewer/load-viewer";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<MyDataOutcome>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { conversation }] = await Promise.all([
    getTranslations("myData"),
    loadViewer((await params).slug),
  ]);
  return { title: t("resumeTitle"), robots: "noindex", ...discoverConversation(conversation) };
}

export default async function ResumePage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  const [t, { data }, outcome] = await Promise.all([
    getTranslations("myData"),
    loadMyData(viewer),
    searchParams,
  ]);
  return (
    <div className="reading-width grid gap-6 pt-4 pb-10 sm:pt-10">
      <MyDataHeading conversation={viewer.conversation} title={t("resumeTitle")} />
      <MyDataNotice outcome={outcome} />
      <ResumeForm slug={viewer.conversation.slug} hasOwn={data.participant !== null} />
    </div>
  );
}
