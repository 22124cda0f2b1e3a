import { useTranslations } from "next-intl";
import type { ReportVersion } from "@/server/services/reports/list";

interface Props {
  versions: ReportVersion[];
  /** The published version that is shown; null: the live one. */
  current: number | null;
  /** The page's address, which a query is put to. */
  href: string;
}

/** The way to every version, and to what changed since the one before. */
export function VersionLinks({ versions, current, href }: Props) {
  const t = useTranslations("report");
  if (versions.length === 0) return null;
  const before = versions.findLast(({ number }) => current === null || number < current);
  const separator = href.includes("?") ? "&" : "?";
  const links = [
    ...versions.map(({ number }) => ({
      key: String(number),
      name: t("versionName", { number }),
      isCurrent: number === current,
    })),
    { key: "live", name: t("liveName"), isCurrent: current === null },
  ];
  return (
    <nav
      aria-label={t("versions")}
      className="mt-4 flex flex-wrap items-center gap-x-4 text-sm print:hidden"
    >
      {links.map(({ key, name, isCurrent }) => (
        <a
          key={key}
          href={`${href}${separator}version=${key}`}
          aria-current={isCurrent ? "page" : undefined}
          className={`inline-flex min-h-11 items-center ${isCurrent ? "font-semibold" : "link"}`}
        >
          {name}
        </a>
      ))}
      {before && (
        <a
          href={`${href}${separator}version=${current ?? "live"}&compare=${before.number}`}
          className="link inline-flex min-h-11 items-center"
        >
          {t("compareWith", { number: before.number })}
        </a>
      )}
    </nav>
  );
}
