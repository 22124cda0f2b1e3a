import type { Metadata } from "next";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { EmbedFrame } from "@/app/_vote/embed-frame";
import { loadVote, type VoteQuery } from "@/app/_vote/load-vote";
import { type FormOutcome, VoteView } from "@/app/_vote/vote-view";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<FormOutcome & VoteQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conversation } = await loadViewer((await params).slug);
  return { title: conversation.title, robots: "noindex" };
}

export default async function EmbedPage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  const query = await searchParams;
  return (
    <EmbedFrame slug={viewer.conversation.slug}>
      <VoteView
        conversation={viewer.conversation}
        start={await loadVote(viewer, query)}
        outcome={query}
        isEmbedded
      />
    </EmbedFrame>
  );
}
