import type { ReportSectionId } from "../schemas/report-settings";
import { toNote, toWords } from "./quotes";
import type { Block, ReportDocument, Section } from "./report-document";
import type { ReportMaterial, VotedMaterial } from "./report-material";
import { sectionTitles } from "./section-titles";
import { tellAnswers } from "./tell-answers";
import { tellCertainty } from "./tell-certainty";
import { tellCheck, tellRejected } from "./tell-check";
import { tellGroups } from "./tell-groups";
import { tellHeading } from "./tell-heading";
import { tellMap } from "./tell-map";
import { tellMethod } from "./tell-method";
import { tellParticipation } from "./tell-participation";
import { tellCommonGround } from "./tell-shared";
import { listMetadata, quotePinned, tellAll, tellDividing, tellUncertain } from "./tell-statements";
import { tellSummary } from "./tell-summary";

/** Words a report in one language, in the order of its page and with the same texts. */
export function createReportDocument(material: ReportMaterial): ReportDocument {
  const { words, body, direction, view } = material;
  const { title } = body.conversation;
  return {
    language: words.locale,
    direction,
    name: words.report("titleOf", { title }),
    kicker: words.report("kicker"),
    title: toWords(title, null, direction),
    facts: tellHeading(material),
    contentsTitle: words.pdf("contents"),
    sections: [
      ...section(material, "summary", { startsSheet: true, blocks: tellSummary(material) }),
      ...(view ? plainSections(words.report("mapTitle"), tellMap({ ...material, view })) : []),
      ...section(material, "taking-part", { blocks: tellParticipation(material) }),
      ...plainSections(words.report("methodTitle"), tellMethod(material)),
      ...(view ? listFindings({ ...material, view }) : []),
      ...section(material, "statements", {
        lead: words.results(
          view && view.groups.length > 0 ? "statementsLead" : "statementsLeadAlone",
        ),
        startsSheet: true,
        blocks: tellAll(material),
      }),
      ...section(material, "rejected", { blocks: tellRejected(material) }),
      ...(view
        ? plainSections(words.results("certaintyTitle"), tellCertainty({ ...material, view }))
        : []),
      ...plainSections(words.report("checkTitle"), tellCheck(material)),
    ],
  };
}

/** What the votes came to: what is shared, who stands for what, what divides and what is open. */
function listFindings(material: VotedMaterial): Section[] {
  const { view, words } = material;
  const t = words.results;
  const hasGroups = view.groups.length > 0;
  const metadata = listMetadata(material);
  return [
    ...plainSections(words.report("pinnedTitle"), quotePinned(material)),
    ...section(material, "common", {
      lead: t(hasGroups ? "sharedLead" : "sharedLeadAlone"),
      blocks: tellCommonGround(material),
    }),
    ...tellAnswers(material),
    ...section(material, "groups", {
      lead: hasGroups ? t("groupsLead") : null,
      blocks: tellGroups(material),
    }),
    ...(view.groups.length > 1
      ? section(material, "dividing", { lead: t("dividingLead"), blocks: tellDividing(material) })
      : []),
    ...section(material, "uncertain", {
      lead: t("uncertainLead"),
      blocks: tellUncertain(material),
    }),
    ...(metadata.length > 0
      ? section(material, "metadata", {
          lead: words.report("metadataLead"),
          blocks: [{ kind: "quotes", items: metadata }],
        })
      : []),
  ];
}

/** A section that the organisers may leave out. */
function section(
  { body, words, direction }: ReportMaterial,
  id: ReportSectionId,
  content: { lead?: string | null; startsSheet?: boolean; blocks: Block[] },
): Section[] {
  const { hiddenSections, sectionNotes } = body.settings;
  if (hiddenSections.includes(id)) return [];
  const title = sectionTitles(words)[id];
  const note = toNote(sectionNotes[id], words, direction);
  return [{ lead: null, startsSheet: false, ...content, title, note }];
}

/** None without anything in it. */
function plainSections(title: string, blocks: Block[]): Section[] {
  return blocks.length === 0 ? [] : [{ title, lead: null, note: null, startsSheet: false, blocks }];
}
