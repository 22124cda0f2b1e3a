import { getFormatter, getTranslations } from "next-intl/server";
import { guessLanguage } from "@/lib/i18n/guess-language";
import type { Conversation } from "@/server/services/conversations/conversation";

/**
 * Longer than this, in half-widths, the description would push the first statement off a phone's
 * screen.
 */
const longestShown = 160;
const wideCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** What it is about, who asks, until when: before the first statement, so it stays short. */
export async function ConversationHeader({
  conversation,
  isCompact = false,
}: {
  conversation: Conversation;
  isCompact?: boolean;
}) {
  const [t, promise, common, format] = await Promise.all([
    getTranslations("vote"),
    getTranslations("promise"),
    getTranslations("common"),
    getFormatter(),
  ]);
  const { title, description, settings, state, closesAt } = conversation;
  return (
    <header className="grid gap-1">
      <h1
        dir="auto"
        lang={guessLanguage(title) ?? undefined}
        className={isCompact ? "text-lg" : "text-xl tracking-tight sm:text-3xl sm:leading-snug"}
      >
        {title}
      </h1>
      <p className="flex flex-wrap gap-x-4 text-muted text-sm">
        {settings.askedBy && (
          <span dir="auto">{common("askedBy", { name: settings.askedBy })}</span>
        )}
        {state === "open" && closesAt && (
          <time dateTime={closesAt.toISOString()}>
            {t("closesOn", { date: format.dateTime(closesAt, { dateStyle: "long" }) })}
          </time>
        )}
      </p>
      {!isCompact && settings.answerDays !== null && (
        <p className="text-muted text-sm">{promise("told", { days: settings.answerDays })}</p>
      )}
      {!isCompact && description && <Description text={description} title={t("about")} />}
    </header>
  );
}

function Description({ text, title }: { text: string; title: string }) {
  const language = { dir: "auto", lang: guessLanguage(text) ?? undefined };
  const width = text.length + (text.match(wideCharacters)?.length ?? 0);
  if (width <= longestShown) return <p {...language}>{text}</p>;
  return (
    <details className="-mb-2">
      <summary className="disclosure font-medium text-accent hover:text-accent-strong">
        {title}
      </summary>
      <p {...language} className="whitespace-pre-line pb-2">
        {text}
      </p>
    </details>
  );
}
