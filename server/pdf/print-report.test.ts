import { expect, test, vi } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { getConversation } from "@/server/services/conversations/get";
import { loadReportSource } from "@/server/services/reports/load-source";
import { createParticipations } from "@/server/services/reports/participations";
import type { PrintJob } from "@/server/services/reports/printer";
import { updateReportSettings } from "@/server/services/reports/update-settings";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { type ReadPdf, readPdf, squeeze } from "@/server/testing/read-pdf";
import { openVotedConversation } from "@/server/testing/voted-conversation";
import { printReport } from "./print-report";

vi.setConfig({ testTimeout: 120_000 });

const database = openTestDatabase();

const texts = {
  traditional: "計程車司機應該有職業登記證，費率要公開透明。",
  korean: "기사와 승객 모두 보호받아야 한다.",
  japanese: "運転手と乗客の両方を守るべきだ。",
  hindi: "सभी चालकों का पंजीकरण होना चाहिए।",
  tamil: "அனைவருக்கும் சமமான சட்டம் வேண்டும்.",
  hebrew: "החוק צריך להיות שווה לכולם",
  greek: "Ο νόμος πρέπει να είναι ίσος για όλους.",
  russian: "Закон должен быть равным для всех.",
  polish: "Łódź płaci za dużo – 12,5% więcej niż Ústí.",
  thai: "ทุกคนควรเท่าเทียมกัน",
  bengali: "সবার জন্য সমান আইন",
  emoji: "Buses should run at night 🎉 ✓",
  arabic: "يجب أن تكون الأسعار واضحة للجميع قبل الرحلة",
};

const hostile = [
  '#panic("a") #read("/etc/passwd") #import "@preview/x:1.0.0": *',
  "$ x^2 $ *b* _i_ `r` = H @ref <label> [c] \\ // no /* comment */ ~ --- '\"",
  `"}]}],"sections":[] \\u0022 </svg><script>alert(1)</script> &amp; {0}`,
  "W".repeat(250),
  "first line\nsecond line",
];

let everyScript: ReturnType<typeof openVotedConversation> | undefined;

/** Opened by the first test that needs it, for it takes seconds; nobody changes it. */
function openEveryScript() {
  const all = [...Object.values(texts), "Hardly anybody saw this"];
  everyScript ??= openVotedConversation(database, { texts: all });
  return everyScript;
}

async function print(
  slug: string,
  locale: Locale = "en",
  answers?: PrintJob["answers"],
): Promise<ReadPdf> {
  const ctx = contextFor(database.db);
  const participations = createParticipations({ db: database.db });
  const conversation = await getConversation(ctx, { slug });
  const source = await loadReportSource(
    { ...ctx, participations },
    { conversation, version: "newest", locale },
  );
  const job = {
    source,
    locale,
    answers,
    timeZone: "Asia/Taipei",
    publicUrl: "https://plenum.example",
  };
  return readPdf(await printReport(job, () => {}));
}

const rolesOf = ({ elements }: ReadPdf, role: string) =>
  elements.filter((element) => element.role === role);

test("holds statements of all scripts, each in its language, with subsets of fonts", async () => {
  const pdf = await print((await openEveryScript()).slug, "zh-Hant");
  for (const text of Object.values(texts)) expect(pdf.text).toContain(squeeze(text));

  const [first] = Object.values(texts);
  const quoted = rolesOf(pdf, "P").filter(({ text }) => text === squeeze(first!));
  expect(quoted.length).toBeGreaterThan(0);
  const languages = new Set(pdf.elements.map(({ language }) => language));
  for (const language of ["ko", "ja", "ar", "he"]) expect(languages).toContain(language);
  expect(pdf.language).toBe("zh-TW");

  const families = ["NotoSansTC", "NotoSansKR", "NotoSansJP", "NotoSansThai"];
  const wanted = [...families, "NotoSansTamil", "NotoSansHebrew", "NotoSans", "Amiri", "NotoEmoji"];
  for (const family of wanted) {
    expect(pdf.fonts).toContainEqual(expect.stringMatching(`^[A-Z]{6}\\+${family}-`));
  }
  for (const font of pdf.fonts) expect(font).toMatch(/^[A-Z]{6}\+/);
});

test("has a title, a language, headings in order, a contents, tables and figures with words", async () => {
  const pdf = await print((await openEveryScript()).slug);
  expect(pdf.title).toBe("Report: A conversation under test");
  expect(pdf.language).toBe("en");
  expect(rolesOf(pdf, "H1").map(({ text }) => text)).toEqual(["Aconversationundertest"]);
  const headings = rolesOf(pdf, "H2").map(({ text }) => text);
  expect(headings).toEqual(
    [
      "Contents",
      "Summary",
      "The map of opinion",
      "Who took part",
      "Method",
      "Common ground",
      "The groups and what sets them apart",
      "Where the groups divide",
      "What is still uncertain",
      "All statements",
      "What was not published",
      "How sure this is",
      "How to check these figures",
    ].map(squeeze),
  );
  const levels = pdf.elements.flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number);
  levels.forEach((level, index) => {
    expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });
  const contents = rolesOf(pdf, "TOCI").map(({ text }) => text);
  for (const heading of headings.slice(1)) {
    expect(contents).toContainEqual(expect.stringContaining(heading));
  }
  const figures = rolesOf(pdf, "Figure");
  expect(figures.length).toBeGreaterThan(0);
  for (const { alt } of figures) expect(alt).toBeTruthy();
  expect(figures[0]?.alt).toContain("40 people have a place on the map.");
  const heads = rolesOf(pdf, "TH").map(({ text }) => text);
  expect(heads).toEqual(expect.arrayContaining(["Statement", "Everybody", "GroupA", "GroupB"]));
  expect(pdf.text).toContain(`2/${pdf.pages}`);
});

test("in Arabic it holds every statement too", async () => {
  const pdf = await print((await openEveryScript()).slug, "ar");
  expect(pdf.language).toBe("ar");
  const { arabic, hebrew, traditional, korean, japanese, greek, russian } = texts;
  for (const text of [arabic, hebrew]) expect(pdf.text).toContain(squeeze(text));
  // Those that read from the left stand whole in an element of their own.
  for (const text of [traditional, korean, japanese, greek, russian]) {
    expect(rolesOf(pdf, "P").map((element) => element.text)).toContain(squeeze(text));
  }
  expect(pdf.text).toContain("كلالعبارات");
});

test("what participants write is never read as markup", async () => {
  const { slug } = await openVotedConversation(database, { texts: [...hostile, "Last"] });
  const pdf = await print(slug);
  for (const text of hostile) expect(pdf.text).toContain(squeeze(text));
});

test("a character that no font of ours draws breaks nothing", async () => {
  const { slug } = await openVotedConversation(database, { texts: ["ᚠᛇᚻ and 𒀀 are old", "Two"] });
  const pdf = await print(slug);
  expect(pdf.text).toContain("areold");
  expect(rolesOf(pdf, "H2").length).toBeGreaterThan(5);
});

test("of fewer than five people nothing is told", async () => {
  const pdf = await print((await openEveryScript()).slug);
  const rows = rolesOf(pdf, "TR").filter(({ text }) => text.includes("Hardlyanybodysawthis"));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.text).toMatch(/toofewtoshow/);
  expect(rows[0]?.text).not.toContain("%");
});

test("a conversation without statements and votes has a report too", async () => {
  const { slug } = await createTestConversation(database.db);
  const pdf = await print(slug);
  expect(pdf.text).toContain(
    squeeze("Nobody has voted yet, so there is nothing to report on so far."),
  );
  expect(rolesOf(pdf, "Figure")).toEqual([]);
});

test("one participant is not drawn", async () => {
  const { slug } = await openVotedConversation(database, { texts: ["One", "Two"], people: 1 });
  const pdf = await print(slug);
  expect(pdf.text).toContain("1persontookpart");
  expect(rolesOf(pdf, "Figure")).toEqual([]);
});

test("the organisers' words are marked as theirs, and what they left out is named", async () => {
  const { slug, id: conversationId } = await openVotedConversation(database, {
    texts: Object.values(texts),
  });
  await updateReportSettings(contextFor(database.db), {
    conversationId,
    settings: {
      groupNames: { A: "Drivers" },
      hiddenSections: ["dividing"],
      pinned: [2],
      sectionNotes: { common: "The ministry answers." },
    },
  });
  const pdf = await print(slug);
  expect(pdf.text).toContain("NotebytheorganisersTheministryanswers.");
  expect(pdf.text).toContain("“Drivers”");
  expect(pdf.text).toContain("Statementstheorganiserspointto");
  expect(rolesOf(pdf, "H2").map(({ text }) => text)).not.toContain("Wherethegroupsdivide");
  expect(pdf.text).toContain("leftoutofthisreport:Wherethegroupsdivide");
});

test("answers stand after the common ground, whatever they hold and however long they are", async () => {
  const { slug } = await openEveryScript();
  const wording = {
    number: 2,
    decision: "will-act" as const,
    reason: `${hostile[0]}\n${"Every word of it. ".repeat(270)}The last word.`,
    unit: "公園處",
    dueOn: "2026-09-30",
    answeredAt: "2026-05-03T08:00:00.000Z",
  };
  const answered = {
    statementId: 0,
    text: texts.traditional,
    language: null,
    isTakenBack: false,
    origin: "common" as const,
    state: "done" as const,
    dueAt: "2026-05-31T12:00:00.000Z",
    current: wording,
    earlier: [{ ...wording, number: 1, decision: "partly" as const, reason: "Perhaps." }],
    updates: [
      { number: 1, status: "done" as const, text: texts.arabic, reportedAt: wording.answeredAt },
    ],
  };
  const gone = {
    ...answered,
    statementId: 99,
    text: null,
    isTakenBack: true,
    state: "overdue" as const,
    current: null,
    earlier: [],
    updates: [],
  };
  const pdf = await print(slug, "en", {
    promisedDays: 30,
    dueAt: answered.dueAt,
    asOf: "2026-06-02T12:00:00.000Z",
    answers: [answered, gone],
  });
  const headings = rolesOf(pdf, "H2").map(({ text }) => text);
  expect(headings.indexOf("Answers")).toBe(headings.indexOf("Commonground") + 1);
  const told = [
    "As of June 2, 2026.",
    "an answer to each of them by May 31, 2026",
    "✓ Done",
    "We will act · Responsible: 公園處 · To be done by September 30, 2026 · Answered May 3, 2026",
    hostile[0]!,
    "The last word.",
    texts.arabic,
    "Earlier wordings · We will act in part",
    "Perhaps.",
    "This statement was taken back by its author.",
    "! Answer overdue",
  ];
  for (const text of told) expect(pdf.text).toContain(squeeze(text));
});
