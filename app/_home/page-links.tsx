import { useTranslations } from "next-intl";

interface Props {
  page: number;
  pages: number;
  hrefOf(page: number): string;
}

/** The way through a long list; nothing when all of it is there. */
export function PageLinks({ page, pages, hrefOf }: Props) {
  const t = useTranslations("home");
  if (pages === 1) return null;
  return (
    <nav
      aria-label={t("pagesLabel")}
      className="mt-8 flex flex-wrap items-center justify-between gap-4"
    >
      {page > 1 ? (
        <PageLink href={hrefOf(page - 1)} rel="prev" name={t("previousPage")} />
      ) : (
        <span />
      )}
      <span className="text-muted">{t("pageOf", { page, pages })}</span>
      {page < pages ? (
        <PageLink href={hrefOf(page + 1)} rel="next" name={t("nextPage")} />
      ) : (
        <span />
      )}
    </nav>
  );
}

function PageLink({ href, rel, name }: { href: string; rel: "prev" | "next"; name: string }) {
  return (
    <a href={href} rel={rel} className="link inline-flex min-h-11 items-center">
      {name}
    </a>
  );
}
