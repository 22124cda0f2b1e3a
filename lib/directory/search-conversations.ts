interface Searchable {
  title: string;
  description: string;
  settings: { askedBy: string };
}

/** Those that hold every word of the query, whatever its case or accents. */
export function searchConversations<T extends Searchable>(conversations: T[], query: string): T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return conversations.filter(({ title, description, settings }) => {
    const text = fold(`${title} ${description} ${settings.askedBy}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
