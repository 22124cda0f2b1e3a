import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import { describeGroup, describeMap, type MapWords } from "@/lib/results/describe-map";
import type { ResultsView } from "@/lib/results/results-view";
import type { OpinionMapText } from "./opinion-map";

/** The map in words, made from the same numbers. */
export function useMapText(
  view: Pick<ResultsView, "onMap" | "map" | "groups" | "shared">,
): OpinionMapText {
  const words = useMapWords();
  const { map } = words;
  return { title: map("title"), description: describeMap(view, words), you: map("you") };
}

/** One group in a sentence. */
export function useGroupText(): (group: ResultsView["groups"][number]) => string {
  const words = useMapWords();
  return (group) => describeGroup(group, words);
}

function useMapWords(): MapWords {
  return {
    map: useTranslations("map"),
    results: useTranslations("results"),
    number: useNumber(),
  };
}
