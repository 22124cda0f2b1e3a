import { useTranslations } from "next-intl";
import type { Standing } from "@/lib/results/standing";
import { smallestCrowd } from "@/lib/results/tally";

/** Where somebody stands, in one sentence, or why that cannot be said; null: no vote yet. */
export function StandingLine({ standing }: { standing: Standing | null }) {
  const t = useTranslations("standing");
  switch (standing?.kind) {
    case undefined:
      return t("notYet");
    case "few-votes":
      return t("fewVotes", { count: standing.missing });
    case "no-map":
      return t("noMap");
    case "no-groups":
      return t("noGroups");
    case "outside":
      return t("outside");
    case "small-group":
      return t("smallGroup", { count: smallestCrowd });
    case "group":
      return t("group", { letter: standing.letter });
  }
}
