import { readNumbers } from "@/lib/format/read-numbers";
import {
  PINNED_STATEMENTS_MAX,
  ReportSectionId,
  type ReportSettings,
} from "@/lib/schemas/report-settings";

/** Reads the fields of the report's form: `show`, `pinned`, `group-A`, `axis-left`, `note-common`, `note-17`. */
export function readReportSettings(form: FormData): ReportSettings {
  const text = (name: string) => String(form.get(name) ?? "");
  const shown = new Set(form.getAll("show").map(String));
  const sections = ReportSectionId.options;
  return {
    hiddenSections: sections.filter((id) => !shown.has(id)),
    groupNames: readPrefixed(form, /^group-([A-Z]+)$/),
    axisNames: {
      left: text("axis-left"),
      right: text("axis-right"),
      top: text("axis-top"),
      bottom: text("axis-bottom"),
    },
    pinned: readNumbers(text("pinned")).slice(0, PINNED_STATEMENTS_MAX),
    sectionNotes: Object.fromEntries(sections.map((id) => [id, text(`note-${id}`)])),
    statementNotes: readPrefixed(form, /^note-(\d+)$/),
  };
}

function readPrefixed(form: FormData, pattern: RegExp): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = pattern.exec(name)?.[1];
      return key === undefined ? [] : [[key, String(value)]];
    }),
  );
}
