import { expect, test } from "vitest";
import { listAnswers } from "@/server/services/answers/list-answers";
import { getConversation } from "@/server/services/conversations/get";
import { contextFor } from "@/server/testing/actors";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { openTestDatabase } from "@/server/testing/database";
import { loadConversation } from "./load-conversation";
import { schoolStreet } from "./school-street";
import { townCentre } from "./town-centre/town-centre";

const database = openTestDatabase();

test("two starts at once load the conversation once, with its counters", async () => {
  const now = new Date("2026-05-01T12:00:00Z");
  const outcomes = await Promise.all([
    loadConversation(database.db, townCentre, now),
    loadConversation(database.db, townCentre, now),
  ]);
  expect(outcomes.sort()).toEqual([false, true]);
  const [counts] = await database.sql`
    select
      (select count(*)::int from conversations) as conversations,
      (select count(*)::int from participants) as participants,
      (select count(*)::int from statements) as statements,
      (select count(*)::int from statements where moderation = 'pending') as pending,
      (select count(*)::int from statements where moderation = 'rejected') as rejected,
      (select count(*) from votes) = (select count(*) from current_votes) as alike,
      (select max(vote_seq) from votes) = (select vote_seq from analysis_queue) as counted,
      (select max(at) <= ${now.toISOString()} from votes) as past,
      (select next_statement_id from analysis_queue) as next_statement,
      (select next_participant_id from analysis_queue) as next_participant,
      (select due_at is not null from analysis_queue) as due`;
  expect(counts).toEqual({
    conversations: 1,
    participants: 600,
    statements: townCentre.statements.length,
    pending: 3,
    rejected: 3,
    alike: true,
    counted: true,
    past: true,
    next_statement: townCentre.statements.length,
    next_participant: 600,
    due: true,
  });
});

test("what was closed is answered in part, and overdue in part", async () => {
  const now = new Date("2026-05-01T12:00:00Z");
  await loadConversation(database.db, schoolStreet, now);
  await analyseAllDue(database);
  const ctx = contextFor(database.db, { kind: "operator" }, now);
  const conversation = await getConversation(ctx, { slug: schoolStreet.slug });
  expect(conversation).toMatchObject({
    state: "closed",
    closesAt: new Date("2026-03-17T12:00:00Z"),
    answersDueAt: new Date("2026-04-16T12:00:00Z"),
  });
  const { answers } = await listAnswers(ctx, { conversation });
  const states = Object.fromEntries(answers.map((answer) => [answer.text, answer.state]));
  expect(states).toMatchObject({
    "The broken street lamps on the way must be mended.": "done",
    "The school needs covered bicycle stands.": "under-way",
    "The school bus should come through the new estate as well.": "will-not",
    "There should be a guarded crossing at the bakery.": "overdue",
  });
  expect(answers.map(({ origin }) => origin)).not.toContain("answered");
});
