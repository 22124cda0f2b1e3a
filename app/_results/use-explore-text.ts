import { useTranslations } from "next-intl";
import type { OpinionMapText } from "@/app/_map/opinion-map";
import { useMapText } from "@/app/_map/use-map-text";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { useVoteText } from "./use-vote-text";

/** The map as a reader has it before them, in words: with its layer and the chosen statement. */
export function useExploreText(
  view: ResultsView,
  { layer, statement }: Pick<Selection, "layer" | "statement">,
): OpinionMapText {
  const t = useTranslations("map");
  const text = useMapText(view);
  const votes = useVoteText();
  const sentences = [text.description];
  if (layer === "statements") {
    sentences.push(t("descriptionStatements", { count: view.pulls.length }));
  } else if (statement !== null) {
    sentences.push(
      votes.ofEverybody(view, statement),
      ...view.groups.map(({ letter }) => votes.ofGroup(view, statement, letter)),
    );
  }
  return { ...text, description: sentences.filter(Boolean).join(" ") };
}
