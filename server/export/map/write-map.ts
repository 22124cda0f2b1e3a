import { findLicence } from "@/lib/format/data-licences";
import type { MapPictureContent } from "@/lib/preview/preview-content";
import { tellMap } from "@/lib/preview/tell-map";
import { countTold } from "@/lib/results/is-crowd";
import type { ExportedAnalysis, ExportSource } from "../export-source";
import { loadWords, type Words } from "../words";

/** map.svg: the map of opinion of the newest analysis; nothing while there is none to show. */
export async function* writeMapSvg(source: ExportSource): AsyncGenerator<Uint8Array> {
  const content = await describeMap(source);
  if (content) yield await source.painter.paint({ kind: "map", content });
}

/** map.png: the same, one pixel a unit. */
export async function* writeMapPng(source: ExportSource): AsyncGenerator<Uint8Array> {
  const content = await describeMap(source);
  if (!content) return;
  const svg = (await source.painter.paint({ kind: "map", content })).toString();
  yield await source.painter.paint({ kind: "svg", svg });
}

/** Whether there is a map that may be shown. */
export function hasMap({ analysis }: ExportSource): boolean {
  return analysis !== null && tellMap(analysis.told) !== null;
}

async function describeMap(source: ExportSource): Promise<MapPictureContent | null> {
  const { analysis, conversation, locale, url } = source;
  const map = analysis && tellMap(analysis.told);
  if (!map) return null;
  const words = await loadWords(locale);
  const { version, createdAt, told } = analysis;
  const { name } = findLicence(conversation.settings.licence);
  const date = createdAt.toISOString().slice(0, 10);
  const facts = words("results.facts", {
    participants: told.participants,
    votes: told.votes,
    statements: told.statementsVoted,
  });
  return {
    title: conversation.title,
    description: tellInWords(told, map, words),
    notes: [facts, words("report.asOf", { date, version }), `${url} · ${name}`],
    language: locale,
    map,
  };
}

function tellInWords(
  { clustered }: ExportedAnalysis["told"],
  { groups, baseClusters }: MapPictureContent["map"],
  words: Words,
): string {
  const sorted = [...groups].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  return [
    clustered === null
      ? words("map.descriptionLeast", { people: countTold(baseClusters) })
      : words("map.description", { people: clustered, groups: groups.length }),
    ...sorted.map(({ letter, size }) => {
      const group = words("results.group", { letter });
      if (size === null) return `${group}.`;
      if (clustered === null) return `${group}: ${words("results.people", { count: size })}.`;
      const share = `${Math.round((100 * size) / clustered)}%`;
      return words("map.descriptionGroup", { letter, people: size, share });
    }),
  ].join(" ");
}
