import type { AnswerNews } from "@/lib/answers/answer-news";
import { type AnswerWords, describeUpdate, describeWording } from "@/lib/answers/describe-answer";
import type { AtomEntry, AtomParagraph } from "@/lib/feeds/format-atom";
import { guessLanguage } from "@/lib/i18n/guess-language";
import type { ConversationNews } from "@/server/services/answers/list-news";
import type { Conversation } from "@/server/services/conversations/conversation";

interface About {
  words: AnswerWords;
  /** The address of the site. */
  publicUrl: string;
  /** As createFeedIds makes them. */
  nameOf(...parts: (string | number)[]): string;
  /** Signs for what nobody's name is given for. */
  productName: string;
}

/** What is new about the answers in some conversations, the newest first. */
export function listFeedEntries(
  conversations: readonly ConversationNews[],
  { about, limit }: { about: About; limit: number },
): AtomEntry[] {
  return conversations
    .flatMap(({ conversation, news, overdueSince }) => [
      ...news.map((item) => toEntry(item, conversation, about)),
      ...(overdueSince ? [toOverdue(overdueSince, conversation, about)] : []),
    ])
    .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
    .slice(0, limit);
}

function toEntry(item: AnswerNews, conversation: Conversation, about: About): AtomEntry {
  const { words, nameOf } = about;
  const [said, ...facts] =
    item.kind === "wording"
      ? describeWording(item.wording, words)
      : describeUpdate(item.update, words);
  const own = item.kind === "wording" ? item.wording.reason : item.update.text;
  const { number } = item.kind === "wording" ? item.wording : item.update;
  return {
    id: nameOf("conversation", conversation.id, "statement", item.statementId, item.kind, number),
    title: `${said}: ${item.text ?? words.answers("notShown")}`,
    updatedAt: item.at,
    author: authorOf(conversation, about),
    pageUrl: pageOf(conversation, about, `#answer-${item.statementId}`),
    paragraphs: [
      ...(item.text === null ? [] : [ownWords(item.text)]),
      ownWords(own),
      { text: [said, ...facts].join(" · "), language: null },
      ownWords(conversation.title),
    ],
  };
}

function toOverdue(since: Date, conversation: Conversation, about: About): AtomEntry {
  const { words, nameOf } = about;
  const at = since.toISOString();
  return {
    id: nameOf("conversation", conversation.id, "overdue"),
    title: `${words.answers("state.overdue")}: ${conversation.title}`,
    updatedAt: at,
    author: about.productName,
    pageUrl: pageOf(conversation, about, "#answers"),
    paragraphs: [{ text: words.answers("promisedBy", { date: words.day(at) }), language: null }],
  };
}

function authorOf({ settings }: Conversation, { productName }: About): string {
  return settings.askedBy || productName;
}

function pageOf({ slug }: Conversation, { publicUrl }: About, place: string): string {
  return `${publicUrl}/c/${encodeURIComponent(slug)}/report${place}`;
}

function ownWords(text: string): AtomParagraph {
  return { text, language: guessLanguage(text) };
}
