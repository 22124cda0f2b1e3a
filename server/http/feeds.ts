import { createHash } from "node:crypto";
import { listAnswerNews } from "@/lib/answers/answer-news";
import { type AtomFeed, formatAtom } from "@/lib/feeds/format-atom";
import { detectLocale } from "@/lib/i18n/detect-locale";
import type { Locale } from "@/lib/i18n/locales";
import { guessLocale } from "@/lib/preview/guess-locale";
import { listFeedEntries } from "../feeds/answer-feed";
import { createFeedIds } from "../feeds/feed-ids";
import { loadReportWords } from "../pdf/load-report-words";
import {
  areConversationResultsPublic,
  requireResults,
} from "../services/analyses/may-read-results";
import { listAnswers } from "../services/answers/list-answers";
import { type ConversationNews, listNews } from "../services/answers/list-news";
import type { ServiceContext } from "../services/context";
import { isKnownToReader } from "./if-none-match";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";

const MOST_ENTRIES = 100;
const productName = "Plenum";

/** What is said about the answers of one conversation, for programs that watch for news. */
export async function handleConversationFeed(request: RouteRequest): Promise<void> {
  const { ctx, reader } = await readResultsReader(request);
  await requireResults(ctx, reader);
  const { runtime, query } = request;
  const { conversation } = reader;
  const { answers, dueAt } = await listAnswers(ctx, { conversation });
  const isOverdue = answers.some(({ state }) => state === "overdue");
  const news: ConversationNews = {
    conversation,
    news: listAnswerNews(answers),
    overdueSince: isOverdue && dueAt !== null ? new Date(dueAt) : null,
  };
  const { title, description, slug, settings, state, closesAt, createdAt } = conversation;
  const chosen = runtime.locales.find((tag) => tag === query.get("lang"));
  const locale = chosen ?? guessLocale(`${title}\n${description}`, runtime.locales);
  const path = `/c/${encodeURIComponent(slug)}`;
  const feed = await createFeed(request, [news], locale, {
    name: ["conversation", conversation.id, "answers"],
    since: (state === "closed" && closesAt) || createdAt,
    title,
    author: settings.askedBy || productName,
    pagePath: `${path}/report#answers`,
  });
  send(request, feed, areConversationResultsPublic(conversation) ? "public" : "private");
}

/** What is said about answers in all conversations whose results everybody may see. */
export async function handleFeed(request: RouteRequest): Promise<void> {
  const { runtime, query, req } = request;
  const ctx: ServiceContext = {
    db: runtime.database.db,
    actor: { kind: "anonymous" },
    now: () => new Date(),
  };
  const locale = detectLocale(
    { chosen: query.get("lang"), acceptLanguage: req.headers["accept-language"] },
    runtime.locales,
  );
  const feed = await createFeed(request, await listNews(ctx, { limit: MOST_ENTRIES }), locale, {
    name: ["answers"],
    since: new Date(0),
    title: productName,
    author: productName,
    pagePath: "/",
  });
  request.res.setHeader("Vary", "Accept-Language");
  send(request, feed, "public");
}

interface FeedFacts {
  /** What makes its id. */
  name: (string | number)[];
  /** When it was last changed, while there is nothing in it. */
  since: Date;
  title: string;
  author: string;
  pagePath: string;
}

async function createFeed(
  { runtime, path, query }: RouteRequest,
  news: ConversationNews[],
  locale: Locale,
  facts: FeedFacts,
): Promise<AtomFeed> {
  const { publicUrl, secrets } = runtime;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const words = await loadReportWords(locale, timeZone);
  const nameOf = createFeedIds(secrets.feedId);
  const about = { words, publicUrl, nameOf, productName };
  const entries = listFeedEntries(news, { about, limit: MOST_ENTRIES });
  return {
    id: nameOf(...facts.name),
    title: words.answers("feedTitle", { title: facts.title }),
    language: locale,
    updatedAt: entries[0]?.updatedAt ?? facts.since.toISOString(),
    author: facts.author,
    selfUrl: `${publicUrl}${path}${query.get("lang") === locale ? `?lang=${locale}` : ""}`,
    pageUrl: `${publicUrl}${facts.pagePath}`,
    entries,
  };
}

/** Most who ask have it already: they are told that it is the same. */
function send({ req, res }: RouteRequest, feed: AtomFeed, visibility: "public" | "private"): void {
  const text = formatAtom(feed);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": visibility === "public" ? "public, no-cache" : "private, no-store",
    ETag: etag,
  };
  if (visibility === "public" && isKnownToReader(req.headers["if-none-match"], etag)) {
    res.writeHead(304, headers).end();
    return;
  }
  res.writeHead(200, { ...headers, "Content-Length": Buffer.byteLength(text) });
  res.end(req.method === "HEAD" ? undefined : text);
}
