import { createHash } from "node:crypto";
import type { Locale } from "@/lib/i18n/locales";
import { guessLocale } from "@/lib/preview/guess-locale";
import { type PreviewContent, previewSize } from "@/lib/preview/preview-content";
import { tellMap } from "@/lib/preview/tell-map";
import type { Database } from "@/server/db/client";
import { findLatestVersion } from "@/server/db/queries/analyses";
import { findPreviewSource } from "@/server/db/queries/preview-source";
import { areConversationResultsPublic } from "@/server/services/analyses/may-read-results";
import type { Conversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";
import { keepLatest } from "@/server/services/keep-latest";
import type { Painter } from "./painter";
import { loadPreviewText } from "./preview-text";
import type { PreviewName, Previews } from "./previews";

/** Changes with the look of the pictures, so that no cache shows an earlier one. */
const design = 1;
const digestLength = 10;

/** Keeps the pictures asked for last, some 130 kB each. */
export function createPreviews(options: {
  db: Database;
  painter: Painter;
  locales: readonly Locale[];
  maxEntries?: number;
}): Previews {
  const { db, painter, locales, maxEntries = 64 } = options;
  const kept = keepLatest<Buffer>(maxEntries);

  function localeOf({ title, description }: Conversation): Locale {
    return guessLocale(`${title}\n${description}`, locales);
  }

  async function compose(
    conversation: Conversation,
    { version }: PreviewName,
  ): Promise<PreviewContent> {
    const { id, title, settings } = conversation;
    const language = localeOf(conversation);
    const text = await loadPreviewText(language);
    const askedBy = settings.askedBy === "" ? [] : [text.askedBy(settings.askedBy)];
    if (version === null) return { title, facts: askedBy, language, map: null };
    const source = await findPreviewSource(db, id, version);
    if (!source) {
      throw new ServiceError("GONE", "analysis-thinned-out", `Analysis ${version} is gone.`);
    }
    const counts = source.participants === 0 ? [] : [text.counts(source)];
    return { title, facts: [...askedBy, ...counts], language, map: tellMap(source) };
  }

  return {
    async findName(conversation, width = previewSize.width) {
      const isPublic = areConversationResultsPublic(conversation);
      const version = isPublic ? await findLatestVersion(db, conversation.id) : null;
      const { title, settings } = conversation;
      const shown = JSON.stringify([design, title, settings.askedBy, localeOf(conversation)]);
      const digest = createHash("sha256").update(shown).digest("base64url").slice(0, digestLength);
      const size = width === previewSize.width ? "" : `.${width}`;
      return { file: `${version ?? 0}-${digest}${size}.png`, version, width };
    },
    get: (conversation, name) =>
      kept.get(`${conversation.id}/${name.file}`, async () => {
        const content = await compose(conversation, name);
        return painter.paint({ kind: "preview", content, width: name.width });
      }),
  };
}
