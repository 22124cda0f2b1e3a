import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Words of the organisers, told apart from what follows from the votes; nothing without any. */
export function OrganiserNote({ children }: { children: ReactNode }) {
  const t = useTranslations("report");
  if (!children) return null;
  return (
    <aside className="mt-4 max-w-prose break-inside-avoid border-edge border-s-4 border-dotted ps-4 print:max-w-none">
      <p className="font-semibold text-muted text-sm">{t("noteBy")}</p>
      <div dir="auto" className="whitespace-pre-line">
        {children}
      </div>
    </aside>
  );
}
