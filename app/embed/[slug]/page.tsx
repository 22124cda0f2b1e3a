import type { Metadata } from "next";
import { EmbedFrame } from "@/app/_embed/embed-frame";
import { EmbeddedResults } from "@/app/_embed/embedded-results";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { loadVote, type VoteQuery } from "@/app/_vote/load-vote";
import { type FormOutcome, VoteView } from "@/app/_vote/vote-view";
import { type EmbedQuery, parseEmbedOptions } from "@/lib/embed/embed-options";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<FormOutcome & VoteQuery & EmbedQuery>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conversation } = await loadViewer((await params).slug);
  return { title: conversation.title, robots: "noindex", ...discoverConversation(conversation) };
}

export default async function EmbedPage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  const query = await searchParams;
  const options = parseEmbedOptions(query);
  const { slug } = viewer.conversation;
  return (
    <EmbedFrame conversation={viewer.conversation} options={options}>
      {options.view !== "results" && (
        <VoteView
          conversation={viewer.conversation}
          start={await loadVote(viewer, query)}
          outcome={query}
          embed={options}
        />
      )}
      {options.view !== "vote" && <EmbeddedResults slug={slug} query={query} options={options} />}
    </EmbedFrame>
  );
}
