import type { Metadata } from "next";
import type { ReactNode } from "react";
import { nameNotFound } from "@/app/_ui/not-found-text";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { roleMay } from "@/server/services/permissions/permission-table";
import { ConversationTabs } from "../../../_console/conversation-tabs";
import { loadConversation } from "../../../_console/load-conversation";
import { StateBadge } from "../../../_console/state-badge";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return loadConversation((await params).slug).then(
    ({ conversation }) => ({ title: conversation.title }),
    nameNotFound, // Next gives a page without a name to an address whose name fails
  );
}

export default async function ConversationLayout({
  params,
  children,
}: Props & { children: ReactNode }) {
  const [{ conversation }, href] = await Promise.all([
    loadConversation((await params).slug),
    getLocalizeHref(),
  ]);
  const base = `/manage/c/${conversation.slug}`;
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-3xl" dir="auto">
          {conversation.title}
        </h1>
        <StateBadge state={conversation.state} />
      </div>
      <ConversationTabs
        tabs={[
          { name: "overview", path: base, href: href(base) },
          { name: "statements", path: `${base}/statements`, href: href(`${base}/statements`) },
          { name: "report", path: `${base}/report`, href: href(`${base}/report`) },
          { name: "answers", path: `${base}/answers`, href: href(`${base}/answers`) },
          ...(roleMay(conversation.role, "present")
            ? [{ name: "present", path: `${base}/present`, href: href(`${base}/present`) } as const]
            : []),
          { name: "share", path: `${base}/share`, href: href(`${base}/share`) },
          { name: "people", path: `${base}/people`, href: href(`${base}/people`) },
          { name: "settings", path: `${base}/settings`, href: href(`${base}/settings`) },
        ]}
      />
      {children}
    </div>
  );
}
