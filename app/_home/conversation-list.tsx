import { useId } from "react";
import type { DirectoryEntry } from "@/server/services/directory/list-directory";
import { ConversationCard } from "./conversation-card";
import type { DirectoryPage } from "./load-directory-page";

interface Props {
  title: string;
  conversations: DirectoryEntry[];
  directory: Pick<DirectoryPage, "maps" | "participants">;
  now: Date;
}

/** A heading and cards; nothing at all when the list is empty. */
export function ConversationList({ title, conversations, directory, now }: Props) {
  const id = useId();
  if (conversations.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationCard
              conversation={conversation}
              participants={directory.participants.get(conversation.id) ?? 0}
              map={directory.maps.get(conversation.id) ?? null}
              now={now}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
