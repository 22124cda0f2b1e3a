import fc from "fast-check";
import { expect, test } from "vitest";
import { createVoteLog } from "./vote-log";

test("sorts by participant, those of one in the order in which they came", () => {
  const id = fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 2_147_483_647 }));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 40 }), (participants) => {
      const log = createVoteLog();
      for (const participant of participants) log.add(participant, 1, 1);
      const expected = Array.from(participants.keys()).sort(
        (a, b) => participants[a]! - participants[b]! || a - b,
      );
      expect(Array.from(log.sort())).toEqual(expected);
    }),
  );
});
