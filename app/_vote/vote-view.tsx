import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import {
  type EmbedOptions,
  type EmbedPart,
  embedQueryOf,
  showsPart,
} from "@/lib/embed/embed-options";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import type { Conversation } from "@/server/services/conversations/conversation";
import type { Role } from "@/server/services/permissions/permission-table";
import { FinishAndForget } from "../_my-data/finish-and-forget";
import { MyDataLink } from "../_my-data/my-data-link";
import { SharePanel } from "../_share/share-panel";
import { pickStandingMessages } from "../_standing/pick-messages";
import { PlainStanding } from "../_standing/plain-standing";
import { Notice } from "../_ui/notice";
import { ConversationHeader } from "./conversation-header";
import { createParticipation } from "./create-participation";
import { FormNotice } from "./form-notice";
import { LateVotes } from "./late-votes";
import { Participate } from "./participate";
import { offerResults } from "./results-offer";
import { VotingOver } from "./voting-over";
import type { VotingStart } from "./voting-start";

/** What the answer to a plain form says in the address of the page it leads back to. */
export interface FormOutcome {
  written?: string | string[];
  existing?: string | string[];
  error?: string | string[];
  /** Somebody made this device forget them. */
  forgotten?: string | string[];
  /** This device goes on from another one. */
  resumed?: string | string[];
}

interface Props {
  conversation: Conversation & { role: Role | null };
  /** What is put to the vote now; null unless the conversation is open. */
  start: VotingStart | null;
  outcome: FormOutcome;
  /** What a frame on another site asks for; null on our own page. */
  embed?: EmbedOptions | null;
}

/** The citizen's page of a conversation, on its own or in somebody's frame. */
export async function VoteView({ conversation, start, outcome, embed = null }: Props) {
  const isEmbedded = embed !== null;
  const shows = (part: EmbedPart) => embed === null || showsPart(embed, part);
  const localizeHref = await getLocalizeHref();
  const results = offerResults(conversation, conversation.role, localizeHref, embed);
  return (
    <div
      className={
        isEmbedded ? "grid gap-3 p-4" : "reading-width grid gap-3 pt-2 pb-10 sm:gap-5 sm:pt-10"
      }
    >
      {shows("title") ? (
        <ConversationHeader conversation={conversation} isCompact={isEmbedded} />
      ) : (
        <h1 className="sr-only">{conversation.title}</h1>
      )}
      <FormNotice
        outcome={outcome}
        toStatement={(id) => {
          const query = embed ? embedQueryOf(embed) : new URLSearchParams();
          query.set("statement", id);
          return localizeHref(`/${isEmbedded ? "embed" : "c"}/${conversation.slug}?${query}`);
        }}
      />
      {conversation.state === "draft" && <DraftNotice />}
      {conversation.state === "closed" && (
        <>
          <ClosedVote conversation={conversation} isEmbedded={isEmbedded} />
          <VotingOver
            closesAt={conversation.closesAt}
            resultsHref={results.afterVotes === 0 ? results.resultsHref : null}
            reportHref={localizeHref(`/c/${conversation.slug}/report`)}
            isEmbedded={isEmbedded}
          />
        </>
      )}
      {start && (
        <OpenVote conversation={conversation} start={start} embed={embed} results={results} />
      )}
      {!isEmbedded && conversation.state !== "draft" && (
        <SharePanel
          slug={conversation.slug}
          title={conversation.title}
          path={`/c/${conversation.slug}`}
        />
      )}
    </div>
  );
}

async function OpenVote({
  conversation,
  start,
  embed,
  results,
}: {
  conversation: Conversation;
  start: VotingStart;
  embed: EmbedOptions | null;
  results: ReturnType<typeof offerResults>;
}) {
  const { slug, settings } = conversation;
  const isEmbedded = embed !== null;
  const shows = (part: EmbedPart) => embed === null || showsPart(embed, part);
  const [{ vote, write, translation, session }, standing, t, mine, localizeHref, participation] =
    await Promise.all([
      getMessages(),
      results.afterVotes === null ? null : pickStandingMessages(),
      getTranslations("vote"),
      getTranslations("mine"),
      getLocalizeHref(),
      createParticipation(conversation, isEmbedded),
    ]);
  return (
    <>
      <NextIntlClientProvider messages={{ vote, write, translation, session, ...standing }}>
        <Participate
          participation={participation}
          start={start}
          statementMaxLength={
            settings.participantsMayWrite && shows("write") ? settings.statementMaxLength : null
          }
          results={shows("place") ? results : null}
          mineHref={isEmbedded ? null : localizeHref(`/c/${slug}/mine#my-statements`)}
          plainStanding={start.voted.length > 0 && shows("place") && <PlainStanding slug={slug} />}
        />
      </NextIntlClientProvider>
      <p className="text-muted text-sm">
        {t("privacy")}{" "}
        {isEmbedded && shows("own") && (
          <a
            href={localizeHref(`/embed/${slug}/mine?${embedQueryOf(embed)}`)}
            data-own="mine"
            className="link"
          >
            {mine("link")}
          </a>
        )}
        {!isEmbedded && (
          <>
            <a href={localizeHref(`/c/${slug}/mine`)} className="link">
              {mine("link")}
            </a>{" "}
            · <MyDataLink slug={slug} />
          </>
        )}
      </p>
      <FinishAndForget conversation={conversation} isEmbedded={isEmbedded} />
    </>
  );
}

async function ClosedVote({
  conversation,
  isEmbedded,
}: {
  conversation: Conversation;
  isEmbedded: boolean;
}) {
  const { vote } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ vote }}>
      <LateVotes participation={await createParticipation(conversation, isEmbedded)} />
    </NextIntlClientProvider>
  );
}

async function DraftNotice() {
  const t = await getTranslations("vote");
  return (
    <Notice title={t("draftTitle")}>
      <p>{t("draftBody")}</p>
    </Notice>
  );
}
