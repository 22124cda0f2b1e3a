import { getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  slug: string;
  /** Left out where the page names the conversation itself. */
  title?: string;
  askedBy?: string;
  current: "results" | "report";
}

/** Whose results these are, and the way to the conversation's other pages. */
export async function ConversationHeading({ slug, title, askedBy, current }: Props) {
  const [t, common, href] = await Promise.all([
    getTranslations("results"),
    getTranslations("common"),
    getLocalizeHref(),
  ]);
  const pages = [
    { key: "vote", path: `/c/${slug}` },
    { key: "results", path: `/c/${slug}/results` },
    { key: "report", path: `/c/${slug}/report` },
  ] as const;
  return (
    <header className="pt-6 sm:pt-10">
      {title && (
        <h1 className="mb-4 text-3xl tracking-tight sm:text-4xl" dir="auto">
          {title}
        </h1>
      )}
      {askedBy && (
        <p className="-mt-2 mb-4 text-muted" dir="auto">
          {common("askedBy", { name: askedBy })}
        </p>
      )}
      <nav aria-label={t("sections")} className="flex flex-wrap gap-1 border-line border-b">
        {pages.map(({ key, path }) => (
          <a
            key={key}
            href={href(path)}
            aria-current={key === current ? "page" : undefined}
            className={`-mb-px inline-flex min-h-11 items-center border-b-2 px-3 font-medium ${
              key === current ? "border-accent text-accent" : "border-transparent hover:border-edge"
            }`}
          >
            {t(key)}
          </a>
        ))}
      </nav>
    </header>
  );
}
