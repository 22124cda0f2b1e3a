import { expect, test } from "vitest";
import { ReportSettings } from "@/lib/schemas/report-settings";
import { readReportSettings } from "./read-report-settings";

test("the fields of the form become settings that the schema takes", () => {
  const form = new FormData();
  for (const id of ["summary", "common", "statements"]) form.append("show", id);
  form.set("pinned", "12, 3 and 12; no. 40");
  form.set("group-A", "Cyclists");
  form.set("axis-left", "More rules");
  form.set("note-common", "Read this first.");
  form.set("note-17", "The ministry studies this.");
  const settings = readReportSettings(form);
  expect(ReportSettings.parse(settings)).toEqual(settings);
  expect(settings).toMatchObject({
    hiddenSections: ["taking-part", "groups", "dividing", "uncertain", "metadata", "rejected"],
    groupNames: { A: "Cyclists" },
    axisNames: { left: "More rules", right: "", top: "", bottom: "" },
    pinned: [12, 3, 12, 40],
    sectionNotes: { common: "Read this first." },
    statementNotes: { 17: "The ministry studies this." },
  });
});
