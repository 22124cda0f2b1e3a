"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

interface Props {
  tabs: {
    name:
      | "overview"
      | "statements"
      | "report"
      | "answers"
      | "present"
      | "share"
      | "people"
      | "settings";
    path: string;
    href: string;
  }[];
}

export function ConversationTabs({ tabs }: Props) {
  const t = useTranslations("manage.tabs");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="border-line border-b">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map(({ name, path, href }) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={pathname === path ? "page" : undefined}
              className="flex min-h-11 items-center whitespace-nowrap border-transparent border-b-3 px-1.5 font-medium text-muted text-sm hover:text-ink aria-[current]:border-accent aria-[current]:text-ink sm:px-4 sm:text-base"
            >
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
