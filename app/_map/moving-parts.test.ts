import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { blendLayouts } from "@/lib/map/blend-layouts";
import { drawSigns } from "@/lib/map/draw-signs";
import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { twoCamps } from "@/lib/map/testing-source";
import { listMovingParts } from "./moving-parts";
import { type AgreementLook, OpinionMap } from "./opinion-map";

const size = { width: 840, height: 560 };
const text = { title: "", description: "", you: "" };
const from = layoutOpinionMap(twoCamps(), size, [0.5, 0.2]);
const shifted = twoCamps();
shifted.baseClusters = shifted.baseClusters.map((cluster, index) =>
  index % 3 === 0 ? { ...cluster, center: [cluster.center[0], cluster.center[1] + 0.4] } : cluster,
);
const to = layoutOpinionMap(shifted, size, [0.4, 0.1]);
const moving = blendLayouts(from, to)(0.4);

/** Names of the parts and how each is drawn, as React draws them. */
function draw(layout: OpinionMapLayout, agreement: AgreementLook | null): [string, string][] {
  const markup = renderToStaticMarkup(createElement(OpinionMap, { layout, text, agreement }));
  return [...markup.matchAll(/<(g|path)[^>]*? data-part="([^"]*)"[^>]*>/g)].map(
    ([tag, name, part]) => {
      const attribute = name === "g" ? "transform" : "d";
      return [part!, new RegExp(` ${attribute}="([^"]*)"`).exec(tag!)![1]!];
    },
  );
}

test.each([
  ["people", null],
  ["agreement", [{ clusters: [0, 1, 2], agrees: 9, disagrees: 1, passes: 0 }]],
])("every part that is moved by hand is drawn as React draws it: %s", (_, areas) => {
  const signs = areas ? drawSigns(moving.scene, areas) : [];
  const agreement = areas && { signs, shades: [], notes: {} };
  const parts = listMovingParts(moving, signs);
  const drawn = draw(moving, agreement);
  expect(new Set(drawn.map(([part]) => part)).size).toBeGreaterThan(16);
  for (const [part, value] of drawn) expect([part, parts.get(part)]).toEqual([part, value]);
});
