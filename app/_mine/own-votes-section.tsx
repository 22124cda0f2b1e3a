import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { OwnVote } from "@/lib/schemas/participation";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { LinkButton } from "../_ui/link-button";
import type { Participation } from "../_vote/use-channel";
import { fewVotes, findVotes, type VoteQuery } from "./find-votes";
import { OwnVotes } from "./own-votes";
import { VoteSearch } from "./vote-search";

interface Props {
  participation: Participation;
  votes: OwnVote[];
  /** The highest number that a vote of theirs has. */
  seq: number;
  isOpen: boolean;
  query: VoteQuery;
  /** What the address of a frame asks for, carried along. */
  frame?: Record<string, string>;
}

/** All votes of this browser: searched and shown in steps where there are many. */
export async function OwnVotesSection(props: Props) {
  const { participation, votes, seq, isOpen, query, frame = {} } = props;
  const [t, { mine, vote, translation }, localizeHref] = await Promise.all([
    getTranslations("mine"),
    getMessages(),
    getLocalizeHref(),
  ]);
  const found = findVotes(votes, query);
  const href = (parameters: Record<string, string>) =>
    localizeHref(
      `/${participation.isEmbedded ? "embed" : "c"}/${participation.slug}/mine?${new URLSearchParams({ ...frame, ...parameters })}`,
    );
  const asked = found.query === "" ? undefined : { q: found.query };
  return (
    <section aria-labelledby="my-votes" className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="my-votes" className="text-xl">
          {t("votesHeading")}
        </h2>
        {votes.length > 0 && (
          <p className="text-muted text-sm">{t("count", { count: votes.length })}</p>
        )}
      </div>
      {votes.length === 0 && <p className="text-muted">{t("noVotes")}</p>}
      {(votes.length > fewVotes || asked) && (
        <VoteSearch
          query={found.query}
          carried={{ ...frame, ...(participation.lang && { lang: participation.lang }) }}
        />
      )}
      {asked && (
        <p role="status" className="flex flex-wrap items-center gap-x-4">
          {found.votes.length === 0
            ? t("searchNone", { query: found.query })
            : t("count", { count: found.total })}
          <a href={href({})} className="link inline-flex min-h-11 items-center">
            {t("showAll")}
          </a>
        </p>
      )}
      <NextIntlClientProvider messages={{ mine, vote, translation }}>
        <OwnVotes
          key={found.query}
          participation={participation}
          votes={found.votes}
          standing={{ voted: votes.map(({ statement }) => statement), seq }}
          isOpen={isOpen}
        />
      </NextIntlClientProvider>
      {found.more > 0 && (
        <div>
          <LinkButton href={href({ ...asked, show: String(found.next) })}>
            {t("showMore", { count: found.more })}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
