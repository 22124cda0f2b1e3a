import { describe, expect, test } from "vitest";
import type { Actor } from "@/server/services/context";
import { closeConversation } from "@/server/services/conversations/close";
import { getConversation } from "@/server/services/conversations/get";
import { openConversation } from "@/server/services/conversations/open";
import { publishReport } from "@/server/services/reports/publish";
import { updateReportSettings } from "@/server/services/reports/update-settings";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { closeOwedConversation } from "@/server/testing/owed-conversation";
import { openVotedConversation } from "@/server/testing/voted-conversation";
import { countOutcomes } from "./count-outcomes";
import { giveAnswer } from "./give-answer";
import { listAnswers } from "./list-answers";
import { reportProgress } from "./report-progress";

const database = openTestDatabase();

const closedOn = "2026-05-01T12:00:00Z";
const operatorAt = (time = closedOn) =>
  contextFor(database.db, { kind: "operator" }, new Date(time));

async function readAnswers(slug: string, time = closedOn) {
  const ctx = operatorAt(time);
  return listAnswers(ctx, { conversation: await getConversation(ctx, { slug }) });
}

async function readStates(slug: string, time?: string) {
  const { answers } = await readAnswers(slug, time);
  return Object.fromEntries(answers.map(({ statementId, state }) => [statementId, state]));
}

const willAct = {
  statementId: 0,
  basedOn: 0,
  decision: "will-act" as const,
  reason: "We plant 200 of them.",
  unit: "Parks",
  dueOn: "2026-09-30",
};

async function officialOf(conversationId: number): Promise<Actor> {
  return insertTestUser(database.db, { membership: { conversationId, role: "official" } });
}

describe("what is to be answered", () => {
  test("is nothing while people vote, and what everyone shares once it has closed", async () => {
    const { slug, id } = await openVotedConversation(database, {
      texts: ["More trees.", "Fewer cars.", "Wider roads.", "A new square.", "Seldom seen."],
      settings: { answerDays: 30 },
    });
    expect(await readAnswers(slug)).toEqual({ promisedDays: 30, dueAt: null, answers: [] });
    const early = { conversationId: id, ...willAct };
    await expect(giveAnswer(operatorAt(), early)).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
      reason: "statement-not-owed",
    });
    await closeConversation(operatorAt(), { conversationId: id });
    expect(await readAnswers(slug)).toEqual({
      promisedDays: 30,
      dueAt: "2026-05-31T12:00:00.000Z",
      answers: [
        {
          statementId: 0,
          origin: "common",
          text: "More trees.",
          language: null,
          isTakenBack: false,
          state: "awaiting",
          dueAt: "2026-05-31T12:00:00.000Z",
          current: null,
          earlier: [],
          updates: [],
        },
      ],
    });
  });

  test("is overdue by itself, at the second", async () => {
    const { slug } = await closeOwedConversation(database, { settings: { answerDays: 30 } });
    expect(await readStates(slug, "2026-05-31T11:59:59Z")).toEqual({ 0: "awaiting" });
    expect(await readStates(slug, "2026-05-31T12:00:00Z")).toEqual({ 0: "overdue" });
  });

  test("has no date without a promise, and can be answered all the same", async () => {
    const { slug, id } = await closeOwedConversation(database);
    expect(await readAnswers(slug, "2036-01-01T00:00:00Z")).toMatchObject({
      promisedDays: null,
      dueAt: null,
      answers: [{ statementId: 0, state: "awaiting" }],
    });
    await giveAnswer(operatorAt(), { conversationId: id, ...willAct });
    expect(await readStates(slug)).toEqual({ 0: "planned" });
  });

  test("keeps its due date when voting goes on again and ends once more", async () => {
    const { slug, id } = await closeOwedConversation(database, { settings: { answerDays: 30 } });
    await openConversation(operatorAt("2026-05-20T00:00:00Z"), {
      conversationId: id,
      closesAt: new Date("2027-01-01T00:00:00Z"),
    });
    const due = { dueAt: "2026-05-31T12:00:00.000Z" };
    expect(await readAnswers(slug, "2026-05-21T00:00:00Z")).toMatchObject(due);
    expect(await readStates(slug, "2026-06-01T00:00:00Z")).toEqual({ 0: "overdue" });
    expect(await readAnswers(slug, "2027-02-01T00:00:00Z")).toMatchObject(due);
    await openConversation(operatorAt("2027-03-01T00:00:00Z"), { conversationId: id });
    expect(await readAnswers(slug, "2027-03-02T00:00:00Z")).toMatchObject(due);
  });

  test("opening for the first time keeps no date", async () => {
    const { slug, id } = await closeOwedConversation(database, { settings: { answerDays: 30 } });
    await database.sql`update conversations set state = 'draft', closes_at = null where id = ${id}`;
    await openConversation(operatorAt(), { conversationId: id });
    expect(await readAnswers(slug)).toMatchObject({ dueAt: null, answers: [] });
  });

  test("is what the newest report of after the closing says, with its pins", async () => {
    const { slug, id: conversationId } = await openVotedConversation(database, {
      texts: ["More trees.", "Fewer cars.", "Wider roads.", "A new square.", "Seldom seen."],
    });
    const ctx = { ...operatorAt("2026-04-01T00:00:00Z"), signReport: null };
    await updateReportSettings(ctx, { conversationId, settings: { pinned: [3] } });
    await publishReport(ctx, { conversationId });
    expect(await readStates(slug)).toEqual({ 3: "awaiting", 0: "awaiting" });
    await updateReportSettings(ctx, { conversationId, settings: { pinned: [2, 99] } });
    await closeConversation(operatorAt(), { conversationId });
    // The report is of before the closing: the newest analysis and the settings of now say it.
    expect(await readStates(slug)).toEqual({ 2: "awaiting", 0: "awaiting" });
    await publishReport({ ...ctx, now: () => new Date(closedOn) }, { conversationId });
    await updateReportSettings(ctx, { conversationId, settings: { pinned: [1] } });
    const { answers } = await readAnswers(slug);
    expect(answers.map(({ statementId, origin }) => [statementId, origin])).toEqual([
      [2, "pinned"],
      [0, "common"],
    ]);
  });

  test("loses what is rejected, unless it was answered; the text is then shown no more", async () => {
    const { slug, id } = await closeOwedConversation(database);
    const reject = (moderation: string) =>
      database.sql`update statements set moderation = ${moderation}
        where conversation_id = ${id} and id = 0`;
    await reject("rejected");
    expect(await readStates(slug)).toEqual({});
    await reject("accepted");
    await giveAnswer(operatorAt(), { conversationId: id, ...willAct });
    await reject("rejected");
    const [answer] = (await readAnswers(slug)).answers;
    expect(answer).toMatchObject({ origin: "answered", text: null, isTakenBack: false });
    await database.sql`delete from statements where conversation_id = ${id} and id = 0`;
    const [takenBack] = (await readAnswers(slug)).answers;
    expect(takenBack).toMatchObject({ text: null, isTakenBack: true, state: "planned" });
  });
});

describe("an answer", () => {
  test("is given by officials and owners, and by nobody else", async () => {
    const { id: conversationId } = await closeOwedConversation(database);
    for (const role of ["moderator", "analyst", "observer"] as const) {
      const actor = await insertTestUser(database.db, { membership: { conversationId, role } });
      const ctx = contextFor(database.db, actor);
      const refused = { code: "FORBIDDEN", reason: "not-allowed" };
      await expect(giveAnswer(ctx, { conversationId, ...willAct })).rejects.toMatchObject(refused);
      const progress = { statementId: 0, basedOn: 0, status: "note" as const, text: "x" };
      await expect(reportProgress(ctx, { conversationId, ...progress })).rejects.toMatchObject(
        refused,
      );
    }
    const official = contextFor(database.db, await officialOf(conversationId));
    await expect(giveAnswer(official, { conversationId, ...willAct })).resolves.toEqual({
      number: 1,
    });
    const elsewhere = await closeOwedConversation(database);
    await expect(
      giveAnswer(official, { conversationId: elsewhere.id, ...willAct }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("that lacks something, or says what cannot be, is refused", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const refusals: [object, string][] = [
      [{ reason: " \n\u200b " }, "answer-reason-empty"],
      [{ reason: "x".repeat(5001) }, "input-invalid"],
      [{ unit: "  " }, "answer-unit-empty"],
      [{ unit: "x".repeat(201) }, "input-invalid"],
      [{ dueOn: "2026-02-30" }, "input-invalid"],
      [{ dueOn: "31 May 2026" }, "input-invalid"],
      [{ dueOn: "0001-01-01" }, "input-invalid"],
      [{ decision: "will-not" }, "answer-day-needless"],
      [{ decision: "perhaps" }, "input-invalid"],
      [{ basedOn: -1 }, "input-invalid"],
    ];
    for (const [part, reason] of refusals) {
      const input = { conversationId, ...willAct, ...part };
      await expect(giveAnswer(operatorAt(), input), reason).rejects.toMatchObject({
        code: "BAD_REQUEST",
        reason,
      });
    }
    expect(await readStates(slug)).toEqual({ 0: "awaiting" });
  });

  test("that refuses needs a reason and nothing else", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const answer = {
      statementId: 0,
      basedOn: 0,
      decision: "will-not" as const,
      reason: "No money.",
    };
    await giveAnswer(operatorAt(), { conversationId, ...answer });
    expect((await readAnswers(slug)).answers[0]).toMatchObject({
      state: "will-not",
      current: { reason: "No money.", unit: "", dueOn: null },
    });
  });

  test("belongs to what is shared or pinned, not to other statements", async () => {
    const { id: conversationId } = await closeOwedConversation(database);
    for (const statementId of [1, 99]) {
      await expect(
        giveAnswer(operatorAt(), { conversationId, ...willAct, statementId }),
      ).rejects.toMatchObject({ reason: "statement-not-owed" });
    }
  });

  test("is worded anew beside its earlier wordings, which stay as they were", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const ctx = contextFor(database.db, await officialOf(conversationId));
    await giveAnswer(ctx, { conversationId, ...willAct });
    const later = { ...ctx, now: () => new Date("2026-05-02T12:00:00Z") };
    const second = { ...willAct, basedOn: 1, decision: "partly" as const, reason: "Only 50." };
    await expect(giveAnswer(later, { conversationId, ...second })).resolves.toEqual({ number: 2 });
    const [answer] = (await readAnswers(slug)).answers;
    expect(answer?.current).toEqual({
      number: 2,
      decision: "partly",
      reason: "Only 50.",
      unit: "Parks",
      dueOn: "2026-09-30",
      answeredAt: "2026-05-02T12:00:00.000Z",
    });
    expect(answer?.earlier).toMatchObject([
      {
        number: 1,
        decision: "will-act",
        reason: "We plant 200 of them.",
        answeredAt: "2026-05-01T12:00:00.000Z",
      },
    ]);
    expect(JSON.stringify(await readAnswers(slug))).not.toContain("answeredBy");
    const recorded = await database.sql`
      select action, actor_id, details from audit_events
      where conversation_id = ${conversationId} and action like 'answer.%' order by id`;
    const actorId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    expect(recorded).toMatchObject([
      { action: "answer.give", actor_id: actorId, details: { statement: 0, number: 1 } },
      { action: "answer.give", actor_id: actorId, details: { statement: 0, number: 2 } },
    ]);
  });

  test("of two officials at once is one; the other is told", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        giveAnswer(operatorAt(), { conversationId, ...willAct, reason: `Reason ${index}` }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toMatchObject({ code: "CONFLICT", reason: "answer-changed" });
      }
    }
    const [answer] = (await readAnswers(slug)).answers;
    expect(answer).toMatchObject({ current: { number: 1 }, earlier: [] });
  });

  test("sent twice by an impatient finger is one", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    await giveAnswer(operatorAt(), { conversationId, ...willAct });
    await expect(giveAnswer(operatorAt(), { conversationId, ...willAct })).resolves.toEqual({
      number: 1,
    });
    expect((await readAnswers(slug)).answers[0]?.earlier).toEqual([]);
  });
});

describe("progress", () => {
  const told = { statementId: 0, basedOn: 0, status: "started" as const, text: "The first 20." };

  test("is told of what is answered, in order", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const input = { conversationId, ...told };
    await expect(reportProgress(operatorAt(), input)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      reason: "answer-missing",
    });
    await giveAnswer(operatorAt(), { conversationId, ...willAct });
    await reportProgress(operatorAt(), input);
    expect(await readStates(slug)).toEqual({ 0: "under-way" });
    expect(await readStates(slug, "2026-10-01T00:00:00Z")).toEqual({ 0: "late" });
    await reportProgress(operatorAt("2026-10-02T00:00:00Z"), {
      ...input,
      basedOn: 1,
      status: "done",
      text: "All 200 stand.",
    });
    const [answer] = (await readAnswers(slug, "2026-10-03T00:00:00Z")).answers;
    expect(answer).toMatchObject({
      state: "done",
      updates: [
        { number: 1, status: "started", text: "The first 20." },
        { number: 2, status: "done", reportedAt: "2026-10-02T00:00:00.000Z" },
      ],
    });
  });

  test("needs words; a refusal takes notes only; what came meanwhile is not overwritten", async () => {
    const { id: conversationId } = await closeOwedConversation(database);
    const tell = (part: object) =>
      reportProgress(operatorAt(), { conversationId, ...told, ...part });
    await giveAnswer(operatorAt(), {
      conversationId,
      ...willAct,
      decision: "will-not",
      dueOn: null,
    });
    await expect(tell({ text: " " })).rejects.toMatchObject({ reason: "progress-text-empty" });
    await expect(tell({})).rejects.toMatchObject({ reason: "progress-without-plan" });
    await expect(tell({ status: "note" })).resolves.toEqual({ number: 1 });
    await expect(tell({ status: "note" })).resolves.toEqual({ number: 1 });
    await expect(tell({ status: "note", text: "Other" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("the same once more", () => {
  const told = { statementId: 0, status: "started" as const, text: "Work has begun." };

  test("is one answer and one update, though both arrive at once", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const twice = <Result>(send: () => Promise<Result>) => Promise.all([send(), send(), send()]);
    const one = [{ number: 1 }, { number: 1 }, { number: 1 }];
    const answers = twice(() => giveAnswer(operatorAt(), { conversationId, ...willAct }));
    expect(await answers).toEqual(one);
    const update = { conversationId, ...told, basedOn: 0 };
    expect(await twice(() => reportProgress(operatorAt(), update))).toEqual(one);
    const [answer] = (await readAnswers(slug)).answers;
    expect(answer).toMatchObject({ earlier: [], updates: [{ number: 1 }] });
  });

  test("is news when it is said knowing of what was said before", async () => {
    const { id: conversationId, slug } = await closeOwedConversation(database);
    const give = (day: number, basedOn: number, part: object) =>
      giveAnswer(operatorAt(`2026-06-0${day}T08:00:00Z`), {
        conversationId,
        ...willAct,
        basedOn,
        ...part,
      });
    const tell = (day: number, basedOn: number) =>
      reportProgress(operatorAt(`2026-06-0${day}T08:00:00Z`), { conversationId, ...told, basedOn });
    await give(1, 0, {});
    await tell(2, 0);
    await give(3, 1, { decision: "will-not", dueOn: null });
    await give(4, 2, {});
    expect(await readStates(slug, "2026-06-04T09:00:00Z")).toEqual({ 0: "planned" });
    expect(await tell(5, 1)).toEqual({ number: 2 });
    expect(await readStates(slug, "2026-06-06T00:00:00Z")).toEqual({ 0: "under-way" });
  });
});

describe("outcomes", () => {
  test("are counted for many conversations at once", async () => {
    const settings = { answerDays: 30 };
    const overdue = await closeOwedConversation(database, { settings });
    const done = await closeOwedConversation(database, { settings });
    const unpromised = await closeOwedConversation(database);
    const open = await openVotedConversation(database, { texts: ["More trees.", "Fewer cars."] });
    await giveAnswer(operatorAt(), { conversationId: done.id, ...willAct });
    await reportProgress(operatorAt(), {
      conversationId: done.id,
      statementId: 0,
      basedOn: 0,
      status: "done",
      text: "They stand.",
    });
    const ctx = operatorAt("2026-06-01T00:00:00Z");
    const conversations = await Promise.all(
      [overdue, done, unpromised, open].map(({ slug }) => getConversation(ctx, { slug })),
    );
    const outcomes = await countOutcomes(ctx, { conversations });
    const one = { common: 1, owed: 1, answered: 0, overdue: 0, actedOn: 0, promised: true };
    expect(Object.fromEntries(outcomes)).toEqual({
      [overdue.id]: { ...one, overdue: 1 },
      [done.id]: { ...one, answered: 1, actedOn: 1 },
      [unpromised.id]: { ...one, promised: false },
    });
    expect(await countOutcomes(ctx, { conversations: [] })).toEqual(new Map());
  });
});
