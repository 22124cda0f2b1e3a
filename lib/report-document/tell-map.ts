import { describeMap } from "../results/describe-map";
import type { ReportSettings } from "../schemas/report-settings";
import { toNote } from "./quotes";
import type { Block } from "./report-document";
import type { VotedMaterial } from "./report-material";

const edges = ["left", "right", "top", "bottom"] as const;

/** The map as it stood, in a picture and in words; nothing when too few people are on it. */
export function tellMap(material: VotedMaterial): Block[] {
  const { map, view, words, direction } = material;
  if (map === null) return [];
  const note = toNote(
    listOrganisersWords({ view, words, settings: material.body.settings }).join("\n"),
    words,
    direction,
  );
  return [
    {
      kind: "picture",
      svg: map,
      alternative: describeMap(view, words),
      caption: words.report(view.groups.length === 0 ? "mapNoteNoGroups" : "mapNote"),
      heightMm: 82,
    },
    ...(note ? [{ kind: "note", note } as const] : []),
  ];
}

/** What they call the groups, and what they find towards each edge. */
export function listOrganisersWords({
  view,
  settings: { groupNames, axisNames },
  words,
}: Pick<VotedMaterial, "view" | "words"> & {
  settings: Pick<ReportSettings, "groupNames" | "axisNames">;
}): string[] {
  const named = view.groups.filter(({ letter }) => groupNames[letter]);
  return [
    ...named.map(({ letter }) => `${words.results("group", { letter })}: ${groupNames[letter]}`),
    ...edges
      .filter((edge) => axisNames[edge] !== "")
      .map((edge) => words.report("towards", { direction: edge, name: axisNames[edge] })),
  ];
}
