import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadMyData } from "@/app/_my-data/load-my-data";
import { MyData } from "@/app/_my-data/my-data";
import type { MyDataOutcome } from "@/app/_my-data/my-data-notice";
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
  return { title: t("title"), robots: "noindex", ...discoverConversation(conversation) };
}

export default async function MyDataPage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  return (
    <MyData
      conversation={viewer.conversation}
      {...(await loadMyData(viewer))}
      outcome={await searchParams}
    />
  );
}
