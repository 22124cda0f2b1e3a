import { expect, test } from "vitest";
import { createEngine } from "@/lib/math/engine";
import { tellMap } from "./tell-map";

function publish(people: number) {
  const engine = createEngine();
  for (let participant = 0; participant < people; participant += 1) {
    for (let statement = 0; statement < 4; statement += 1) {
      engine.set(participant, statement, (participant + statement) % 2 === 0 ? 1 : -1);
    }
  }
  const { core, frame } = engine.analyze({
    statements: [0, 1, 2, 3].map((id) => ({
      id,
      moderation: "accepted" as const,
      isMetadata: false,
    })),
  });
  const baseClusters = core.baseClusters.map((cluster, index) => ({ ...cluster, group: index }));
  const sizes = baseClusters.map(({ count }) => count ?? 0);
  const groups = sizes.map((size, id) => ({
    id,
    letter: "AB"[id]!,
    size,
    center: [0, 0] as [number, number],
    representative: [],
  }));
  return { baseClusters, groups, frame };
}

test("groups of five and more are told, smaller ones are land like any other", () => {
  const source = publish(9); // five of one mind, four of the other
  const told = tellMap(source);
  expect(source.groups.map(({ size }) => size).sort()).toEqual([4, 5]);
  expect(told?.groups.map(({ size }) => size)).toEqual([5]);
  const letterless = told?.baseClusters.filter(({ group }) => group === null);
  expect(letterless?.map(({ count }) => count)).toEqual([4]);
});

test("there is no map of fewer than five people", () => {
  expect(tellMap(publish(4))).toBeNull();
  expect(tellMap(publish(5))).not.toBeNull();
});
