import { compareDistances } from "../results/group-distances";
import { toNote } from "./quotes";
import type { Block } from "./report-document";
import type { VotedMaterial } from "./report-material";
import { percent } from "./report-words";

const edges = ["left", "right", "top", "bottom"] as const;

/** The map as it stood, in a picture and in words; nothing when too few people are on it. */
export function tellMap(material: VotedMaterial): Block[] {
  const { map, view, words, direction } = material;
  if (map === null) return [];
  const note = toNote(listOrganisersWords(material).join("\n"), words, direction);
  return [
    {
      kind: "picture",
      svg: map,
      alternative: describeMap(material),
      caption: words.report(view.groups.length === 0 ? "mapNoteNoGroups" : "mapNote"),
      heightMm: 82,
    },
    ...(note ? [{ kind: "note", note } as const] : []),
  ];
}

/** What they call the groups, and what they find towards each edge. */
function listOrganisersWords({ view, body, words }: VotedMaterial): string[] {
  const { groupNames, axisNames } = body.settings;
  const named = view.groups.filter(({ letter }) => groupNames[letter]);
  return [
    ...named.map(({ letter }) => `${words.results("group", { letter })}: ${groupNames[letter]}`),
    ...edges
      .filter((edge) => axisNames[edge] !== "")
      .map((edge) => words.report("towards", { direction: edge, name: axisNames[edge] })),
  ];
}

/** The picture in numbers and words, for those who do not see it. */
function describeMap({ view, words }: VotedMaterial): string {
  const t = words.map;
  const people = view.map.baseClusters.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const distances = compareDistances(view.map);
  return [
    t("description", { people, groups: view.groups.length }),
    ...view.groups.map(({ letter, size, share }) =>
      t("descriptionGroup", { letter, people: size, share: percent(words, share) }),
    ),
    ...(distances
      ? [
          t("descriptionDistances", {
            first: distances.closest[0],
            second: distances.closest[1],
            third: distances.furthest[0],
            fourth: distances.furthest[1],
          }),
        ]
      : []),
    t("descriptionShared", { count: view.shared.length }),
  ].join(" ");
}
