import type { ReportMaterial } from "./report-material";

type Told = Pick<ReportMaterial, "view" | "words"> & {
  body: Pick<ReportMaterial["body"], "participation" | "rejected">;
};

/**
 * How many took part and what they did, each figure with its name.
 * @returns without what is not known, or may not be told
 */
export function listParticipationFacts({ view, body, words }: Told): [string, number][] {
  const { participation, rejected } = body;
  const { channels, statements } = participation;
  const { imported, here } = channels;
  const hasChannels = imported !== null && here !== null && imported > 0;
  const { participants, votes, onMap } = view ?? { participants: 0, votes: 0, onMap: 0 };
  const t = words.report;
  const facts: [string, number | null][] = [
    [t("participants"), participants],
    [t("grouped"), view && onMap],
    [t("channels", { channel: "imported" }), hasChannels ? imported : null],
    [t("channels", { channel: "here" }), hasChannels && here > 0 ? here : null],
    [t("votes"), votes],
    [t("perPerson"), participants > 0 ? votes / participants : null],
    [t("published"), statements.seeds + statements.byParticipants],
    [t("sources", { source: "seeds" }), statements.seeds],
    [t("sources", { source: "participants" }), statements.byParticipants],
    [t("sources", { source: "authors" }), statements.authors || null],
    [t("rejected"), rejected.reduce((sum, { count }) => sum + count, 0)],
  ];
  return facts.filter((fact): fact is [string, number] => fact[1] !== null);
}
