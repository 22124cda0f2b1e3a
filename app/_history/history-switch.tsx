import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";

/** Leads from the map of now to the map through time, and back; of no use without scripts. */
export function HistorySwitch({ isOpen, onSwitch }: { isOpen: boolean; onSwitch(): void }) {
  const t = useTranslations("history");
  return (
    <Button onClick={onSwitch} className="mt-3 noscript:hidden">
      {isOpen ? t("now") : t("open")}
    </Button>
  );
}
