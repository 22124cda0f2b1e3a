import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze } from "../analyze";
import { toAnalysis } from "../computed-analysis";
import { createEngine } from "../engine";
import { createRandom, shuffle } from "../random";
import {
  anyConversation,
  type Conversation,
  campConversation,
  listVotes,
  toMatrix,
} from "../testing/any-conversation";
import { analyzeGroups, type Profile, profiles } from "../testing/profiles";
import { renameAnalysis } from "../testing/rename-analysis";
import { createVoteMatrix } from "../votes/vote-matrix";

const runs = { numRuns: 25 };

describe.each(profiles)("profile %s gives the same bytes", (profile) => {
  test("whatever the order of the votes and of the statements", () => {
    fc.assert(
      fc.property(anyConversation(), fc.integer(), (conversation, seed) => {
        const votes = listVotes(conversation);
        const order = shuffle([...votes.value.keys()], createRandom(seed));
        const shuffled = createVoteMatrix({
          participant: Int32Array.from(order, (vote) => votes.participant[vote]!),
          statement: Int32Array.from(order, (vote) => votes.statement[vote]!),
          value: Int8Array.from(order, (vote) => votes.value[vote]!),
        });
        const statements = shuffle(conversation.statements, createRandom(seed));
        const again = analyze({ votes: shuffled, statements, profile });
        expect(JSON.stringify(again)).toBe(JSON.stringify(analyzeAll(conversation, profile)));
      }),
      runs,
    );
  });

  test("for other numbers in the same order, but for the numbers", () => {
    fc.assert(
      fc.property(fc.oneof(anyConversation(), campConversation()), (conversation) => {
        const { participantIds, statementIds, statements } = conversation;
        const known = [...new Set([...statementIds, ...statements.map(({ id }) => id)])];
        const rename = {
          participant: (id: number) => 3 * participantIds.indexOf(id) + 100,
          statement: (id: number) => 7 * known.filter((other) => other < id).length + 5,
        };
        const renamed = {
          ...conversation,
          participantIds: participantIds.map(rename.participant),
          statementIds: statementIds.map(rename.statement),
          statements: statements.map((one) => ({ ...one, id: rename.statement(one.id) })),
        };
        const expected = renameAnalysis(analyzeGroups(profile, conversation), rename);
        expect(JSON.stringify(analyzeGroups(profile, renamed))).toBe(JSON.stringify(expected));
      }),
      runs,
    );
  });
});

test("an engine fed a vote at a time, in any order and with second thoughts, gives the same bytes", () => {
  fc.assert(
    fc.property(anyConversation(), fc.integer(), (conversation, seed) => {
      const { statements } = conversation;
      const random = createRandom(seed);
      const votes = listVotes(conversation);
      const engine = createEngine();
      for (const vote of shuffle([...votes.value.keys()], random)) {
        const [participant, statement] = [votes.participant[vote]!, votes.statement[vote]!];
        if (random() < 0.3) engine.set(participant, statement, -1);
        if (random() < 0.1) engine.set(participant, statement, null);
        if (random() < 0.1) engine.analyze({ statements });
        engine.set(participant, statement, votes.value[vote]!);
      }
      const fed = toAnalysis(engine.analyze({ statements }));
      expect(JSON.stringify(fed)).toBe(JSON.stringify(analyzeAll(conversation, "plenum")));
    }),
    runs,
  );
});

function analyzeAll(conversation: Conversation, profile: Profile) {
  const { statements } = conversation;
  return analyze({ votes: toMatrix(conversation), statements, profile });
}
