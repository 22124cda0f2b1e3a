import { useId } from "react";
import type { MapSource } from "@/lib/map/scene";
import type { ListedConversation } from "@/server/services/conversations/list-open";
import { ConversationCard } from "./conversation-card";

interface Props {
  title: string;
  conversations: ListedConversation[];
  /** By conversation id, where the map may be shown. */
  maps: ReadonlyMap<number, MapSource>;
  now: Date;
}

/** A heading and cards; nothing at all when the list is empty. */
export function ConversationList({ title, conversations, maps, now }: Props) {
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
              map={maps.get(conversation.id) ?? null}
              now={now}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
