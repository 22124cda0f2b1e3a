import { strToU8 } from "fflate";
import { expect, test, vi } from "vitest";
import type { PublicAnalysis } from "../schemas/analysis";
import { suppressAnalysis, suppressVotes } from "../suppress/suppress-analysis";
import { compareAnalyses } from "./compare-analyses";
import { createSeal, hashAnalysis } from "./create-seal";
import { portableCryptography } from "./portable-cryptography";
import { hashText } from "./sha256";
import {
  analyseVotes,
  campVotes,
  createContent,
  createSealedFiles,
  createTestKey,
  type TestKey,
  toVoteList,
  type VoteRow,
  zipFiles,
} from "./testing/sealed-export";
import { verifyExport } from "./verify-export";

vi.setConfig({ testTimeout: 30_000 });

const key = createTestKey(1);
const votes = campVotes(41, 8);
const analysis = analyseVotes(votes);

function verify(files: Record<string, Uint8Array>, trusted: TestKey | null = key) {
  return verifyExport({
    source: zipFiles(files),
    cryptography: portableCryptography,
    trusted: trusted && { keys: trusted.keys, from: "given" },
  });
}

const codesOf = ({ findings }: Awaited<ReturnType<typeof verify>>) =>
  [...new Set(findings.map(({ code }) => code))].sort();

/** As a forger would: the files and the manifest fit each other, the report's signature stays. */
const forge = (files: Record<string, string | null>) =>
  createSealedFiles({ key, votes, analysis, files });

const editAnalysis = (edit: (copy: PublicAnalysis) => void) => {
  const copy = structuredClone(analysis);
  edit(copy);
  return forge({ "analysis.json": JSON.stringify({ version: 7, createdAt: "", ...copy }) });
};

test("what a server wrote is proven, whole or as everybody may read it", async () => {
  expect(analysis.groups).toHaveLength(2);
  const whole = await verify(createSealedFiles({ key, votes, analysis }));
  expect(whole).toMatchObject({
    verdict: "proven",
    figures: "follow",
    signature: { state: "valid", keyId: "key-1", keys: "given", issuer: "https://plenum.example" },
    analysis: { version: 7, participants: 41, votes: 328 },
    report: { number: 1 },
    files: 7,
    findings: [],
  });
  // Statement 8: three voters of one camp.
  const few = [...votes, [0, 8, 1], [2, 8, 1], [4, 8, 1]] as VoteRow[];
  const fewAnalysed = analyseVotes(few);
  const told = suppressAnalysis(fewAnalysed);
  expect(told).not.toEqual(fewAnalysed);
  const files = { "analysis.json": JSON.stringify({ version: 7, ...told }) };
  for (const parts of [{}, { files }]) {
    const sealed = createSealedFiles({ key, votes: few, analysis: fewAnalysed, ...parts });
    expect(await verify(sealed)).toMatchObject({ verdict: "proven", findings: [] });
  }
});

test("what was signed before numbers of few people were hidden stays proven as it was told", async () => {
  // A camp of three beside the two, and a statement on which few voted.
  const camped = [...votes, [0, 8, 1], [2, 8, 1], [4, 8, 1]] as VoteRow[];
  const analysed = analyseVotes(camped);
  const told = suppressVotes(analysed);
  expect(told.baseClusters).not.toEqual(suppressAnalysis(analysed).baseClusters);
  const files = { "analysis.json": JSON.stringify({ version: 7, ...told }) };
  const list = toVoteList(camped);
  const seal = {
    ...createSeal(portableCryptography, {
      issuer: "https://plenum.example",
      content: createContent(analysed),
      analysis: analysed,
      voteListSha256: hashText(portableCryptography, list),
    }),
    formatVersion: 1,
    analysisSha256: hashAnalysis(portableCryptography, told),
  };
  const jws = key.sign(strToU8(JSON.stringify(seal)), "plenum-report+jws");
  const parts = { key, votes: camped, analysis: analysed };
  for (const analysis of [{}, files]) {
    const sealed = createSealedFiles({
      ...parts,
      files: { ...analysis, "votes-salt.txt": null, "report.jws": jws },
    });
    expect(await verify(sealed)).toMatchObject({ verdict: "proven", findings: [] });
  }
});

test("without the salt of its digest a vote list is not known to be the signed one", async () => {
  const other = `${"00".repeat(32)}\n`;
  for (const salt of [null, other]) {
    expect(await verify(forge({ "votes-salt.txt": salt }))).toMatchObject({
      verdict: "different",
      figures: "other-votes",
      findings: [{ code: "votes-differ" }],
    });
  }
});

test("rejected and metadata statements, and a k that is held back, are recomputed as they were", async () => {
  const statements = [
    { id: 1, moderation: "rejected", isMetadata: false },
    { id: 2, moderation: "accepted", isMetadata: true },
    { id: 99, moderation: "pending", isMetadata: false },
  ] as const;
  const weighed = analyseVotes(votes, statements);
  expect(weighed.moderatedOut).toEqual([1, 2]);
  expect(weighed.statements).toBe(9);
  expect(await verify(createSealedFiles({ key, votes, analysis: weighed }))).toMatchObject({
    verdict: "proven",
  });
});

test("a conversation without votes is proven as well", async () => {
  expect(await verify(createSealedFiles({ key, votes: [] }))).toMatchObject({ verdict: "proven" });
});

test("a changed byte in any file is found", async () => {
  const files = createSealedFiles({ key, votes: campVotes(9, 4) });
  expect(Object.keys(files)).toHaveLength(9);
  for (const name of Object.keys(files)) {
    const places = [0, Math.floor(files[name]!.length / 2), files[name]!.length - 1];
    for (const place of places) {
      const changed = files[name]!.slice();
      changed[place]! ^= 1;
      const outcome = await verify({ ...files, [name]: changed }).catch((error) => error);
      // A manifest that is none any more is no export of ours.
      if (outcome instanceof Error)
        expect([name, outcome.name]).toEqual(["manifest.json", "ExportError"]);
      else expect([name, place, outcome.verdict]).toEqual([name, place, "different"]);
    }
  }
});

test("files that were added or taken away are named", async () => {
  const files = createSealedFiles({ key, votes, analysis });
  const { "README.txt": _readme, ...less } = files;
  expect(await verify(less)).toMatchObject({
    verdict: "different",
    findings: [{ code: "file-missing", file: "README.txt" }],
  });
  expect(await verify({ ...files, "note.txt": new Uint8Array(3) })).toMatchObject({
    verdict: "different",
    findings: [{ code: "file-not-listed", file: "note.txt" }],
  });
});

test("a changed vote is found, and what it would change is named by statement", async () => {
  const swapped = votes.map(
    ([person, statement, value]): VoteRow =>
      person === 3 && statement === 5 ? [person, statement, -value] : [person, statement, value],
  );
  const outcome = await verify(forge({ "votes-canonical.csv": toVoteList(swapped) }));
  expect(outcome).toMatchObject({ verdict: "different", figures: "differ" });
  expect(codesOf(outcome)).toEqual(["figure-differs", "votes-differ"]);
  const totals = outcome.findings.filter(({ part }) => part === "statementTotals");
  expect(totals).toMatchObject([{ statement: 5 }]);
  expect(totals[0]?.told).not.toBe(totals[0]?.computed);
});

test("votes in another form or order are refused by line", async () => {
  const list = toVoteList(votes);
  const [first, second, ...rest] = list.split("\n");
  const swapped = [second, first, ...rest].join("\n");
  const outcome = await verify(forge({ "votes-canonical.csv": swapped }));
  expect(outcome.findings).toContainEqual({
    code: "votes-not-canonical",
    file: "votes-canonical.csv",
    line: 2,
  });
  expect(outcome).toMatchObject({ verdict: "different", figures: "other-votes" });
});

test("a changed figure is named with its statement and group", async () => {
  const outcome = await verify(
    editAnalysis((copy) => {
      copy.statementStats[1]![3]!.agrees += 1;
      copy.groups[0]!.size = 1;
    }),
  );
  expect(codesOf(outcome)).toEqual(["analysis-not-signed", "figure-differs"]);
  expect(outcome.findings.filter(({ code }) => code === "figure-differs")).toMatchObject([
    { part: "groups", group: 0 },
    { part: "statementStats", group: 1, statement: 3 },
  ]);
});

test("every part of an analysis is compared, but those that follow from none of its votes", () => {
  const free = new Set(["algorithm", "statements", "frame", "approximate"]);
  for (const part of Object.keys(analysis) as (keyof PublicAnalysis)[]) {
    const changed = { ...analysis, [part]: change(analysis[part]) };
    const found = compareAnalyses(changed, analysis).length > 0;
    expect([part, found]).toEqual([part, !free.has(part)]);
  }
});

/** The same with its first number or truth value changed. */
function change(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return value.length === 0 ? [1] : [change(value[0]), ...value.slice(1)];
  if (typeof value !== "object" || value === null) return 1;
  const [[key, first] = ["0", 0], ...rest] = Object.entries(value);
  return Object.fromEntries([[key, change(first)], ...rest]);
}

test("the order of a list counts", async () => {
  const outcome = await verify(editAnalysis((copy) => void copy.divisive.reverse()));
  const parts = outcome.findings.flatMap(({ part }) => part ?? []);
  expect(new Set(parts)).toEqual(new Set(["divisive"]));
});

type Edit = (copy: PublicAnalysis) => void;
const impossibleFrames: [string, Edit][] = [
  [
    "frame-matrix",
    ({ frame }) => {
      frame.matrix[0][0] += 1e-6;
    },
  ],
  [
    "frame-matrix",
    ({ frame }) => {
      frame.matrix[1] = [0, 0];
    },
  ],
  [
    "frame-letters",
    ({ frame }) => {
      frame.letters[1] = frame.letters[0]!;
    },
  ],
  [
    "frame-letters",
    ({ groups }) => {
      groups[0]!.letter = "Z";
    },
  ],
  [
    "frame-group-count",
    ({ frame }) => {
      frame.k = 9;
    },
  ],
  [
    "frame-group-count",
    ({ frame }) => {
      frame.smoother.lastK += 1;
    },
  ],
];
test.each(impossibleFrames)("a frame that cannot be is found: %s", async (code, edit) => {
  const outcome = await verify(editAnalysis(edit));
  expect(codesOf(outcome)).toContain(code);
  expect(outcome.verdict).toBe("different");
});

test("a map that is only turned, and a k that is held back, are what a frame may do", async () => {
  const turned = structuredClone(analysis);
  turned.frame.matrix = [
    [0.6, -0.8],
    [0.8, 0.6],
  ];
  expect(await verify(createSealedFiles({ key, votes, analysis: turned }))).toMatchObject({
    verdict: "proven",
  });
});

test("a changed text is named by its statement; one that was withdrawn is a notice", async () => {
  const files = createSealedFiles({ key, votes, analysis });
  const report = () => JSON.parse(new TextDecoder().decode(files["report.json"]));
  const changed = report();
  changed.statements[2].text = "Another text";
  expect((await verify(forge({ "report.json": JSON.stringify(changed) }))).findings).toEqual([
    { code: "text-changed", file: "report.json", statement: 2 },
  ]);
  const withdrawn = report();
  withdrawn.statements[2].text = null;
  expect(await verify(forge({ "report.json": JSON.stringify(withdrawn) }))).toMatchObject({
    verdict: "proven",
    findings: [{ code: "text-withdrawn", statement: 2 }],
  });
  const retitled = report();
  retitled.conversation.title = "Rails";
  expect((await verify(forge({ "report.json": JSON.stringify(retitled) }))).findings).toEqual([
    { code: "report-changed", file: "report.json" },
  ]);
});

test("after a deletion the signature holds, and the figures can no longer be recomputed", async () => {
  const left = votes.filter(([participant]) => participant !== 5);
  const files = { "votes-canonical.csv": toVoteList(left) };
  const sealed = createSealedFiles({ key, votes, analysis, files, withdrawnVotes: 8 });
  expect(await verify(sealed)).toMatchObject({
    verdict: "signed",
    figures: "votes-withdrawn",
    withdrawnVotes: 8,
    findings: [{ code: "votes-withdrawn", count: 8 }],
  });
  // Another number than there are missing explains nothing.
  const wrong = createSealedFiles({ key, votes, analysis, files, withdrawnVotes: 7 });
  expect(codesOf(await verify(wrong))).toContain("votes-differ");
});

test("without the single votes the signature is all that can be checked", async () => {
  expect(await verify(forge({ "votes-canonical.csv": null }))).toMatchObject({
    verdict: "signed",
    figures: "no-votes",
    findings: [],
  });
});

test("another version of the algorithm is not mistaken for wrong figures", async () => {
  const other = structuredClone(analysis);
  other.algorithm.version = "0";
  expect(await verify(createSealedFiles({ key, votes, analysis: other }))).toMatchObject({
    verdict: "signed",
    figures: "other-algorithm",
    findings: [{ code: "algorithm-unknown" }],
  });
});

test("keys in the zip confirm nobody, and a stranger's key is not believed", async () => {
  const files = createSealedFiles({ key, votes, analysis });
  expect(await verify(files, null)).toMatchObject({
    verdict: "unconfirmed",
    figures: "follow",
    signature: { state: "valid", keys: "zip" },
  });
  const stranger = createTestKey(2);
  const foreign = await verify(createSealedFiles({ key: stranger, votes, analysis }));
  expect(foreign).toMatchObject({
    verdict: "unsigned",
    figures: "follow",
    signature: { state: "unknown-key", keys: "given" },
  });
  expect(codesOf(foreign)).toEqual(["signature-unknown-key"]);
});

test("who replaces the signature on the manifest with their own is not believed", async () => {
  const stranger = createTestKey(2);
  const files = createSealedFiles({ key, votes, analysis, manifestKey: stranger });
  expect(await verify(files)).toMatchObject({ verdict: "unsigned" });
  const { "signature.jws": signature, ...unsigned } = files;
  expect(signature).toBeDefined();
  expect(await verify(unsigned)).toMatchObject({
    verdict: "unsigned",
    signature: { state: "missing" },
    findings: [{ code: "signature-missing", file: "signature.jws" }],
  });
});

test("a signature of one kind is not taken for the other, nor one of another report", async () => {
  const files = createSealedFiles({ key, votes, analysis });
  const crossed = await verify({ ...files, "signature.jws": files["report.jws"]! });
  expect(crossed.findings).toEqual([{ code: "signature-wrong", file: "signature.jws" }]);
  const other = createSealedFiles({ key, votes: votes.slice(8) });
  const text = new TextDecoder().decode(other["report.jws"]);
  const exchanged = await verify(forge({ "report.jws": text }));
  expect(codesOf(exchanged)).toContain("analysis-not-signed");
  expect(exchanged.verdict).toBe("different");
});
