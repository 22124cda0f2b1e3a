import type { Metadata } from "next";
import { createMetadata } from "@/app/_share/create-metadata";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { loadVote, type VoteQuery } from "@/app/_vote/load-vote";
import { type FormOutcome, VoteView } from "@/app/_vote/vote-view";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<FormOutcome & VoteQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conversation } = await loadViewer((await params).slug);
  return createMetadata(conversation, { path: `/c/${conversation.slug}` });
}

export default async function VotePage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  const query = await searchParams;
  return (
    <VoteView
      conversation={viewer.conversation}
      start={await loadVote(viewer, query)}
      outcome={query}
    />
  );
}
