import { letterIndex } from "@/lib/map/group-shape";

export interface GroupLook {
  /** For marks and whatever must be told apart. */
  fill: string;
  /** For land, laid on thinly. */
  land: string;
  softFill: string;
  stroke: string;
  text: string;
  border: string;
  softBackground: string;
}

/** Whole class names, so that the stylesheet has them. */
const looks: GroupLook[] = [
  {
    fill: "fill-group-a",
    land: "map-land-a",
    softFill: "fill-group-a-soft",
    stroke: "stroke-group-a",
    text: "text-group-a",
    border: "border-group-a",
    softBackground: "bg-group-a-soft",
  },
  {
    fill: "fill-group-b",
    land: "map-land-b",
    softFill: "fill-group-b-soft",
    stroke: "stroke-group-b",
    text: "text-group-b",
    border: "border-group-b",
    softBackground: "bg-group-b-soft",
  },
  {
    fill: "fill-group-c",
    land: "map-land-c",
    softFill: "fill-group-c-soft",
    stroke: "stroke-group-c",
    text: "text-group-c",
    border: "border-group-c",
    softBackground: "bg-group-c-soft",
  },
  {
    fill: "fill-group-d",
    land: "map-land-d",
    softFill: "fill-group-d-soft",
    stroke: "stroke-group-d",
    text: "text-group-d",
    border: "border-group-d",
    softBackground: "bg-group-d-soft",
  },
  {
    fill: "fill-group-e",
    land: "map-land-e",
    softFill: "fill-group-e-soft",
    stroke: "stroke-group-e",
    text: "text-group-e",
    border: "border-group-e",
    softBackground: "bg-group-e-soft",
  },
  {
    fill: "fill-group-f",
    land: "map-land-f",
    softFill: "fill-group-f-soft",
    stroke: "stroke-group-f",
    text: "text-group-f",
    border: "border-group-f",
    softBackground: "bg-group-f-soft",
  },
];

const nobodysLook: GroupLook = {
  fill: "fill-shore",
  land: "fill-shore",
  softFill: "fill-land-high",
  stroke: "stroke-shore",
  text: "text-ink",
  border: "border-edge",
  softBackground: "bg-land",
};

/** The colours of a group, for as long as it keeps its letter; null is land without groups. */
export function groupLook(letter: string | null): GroupLook {
  return letter === null ? nobodysLook : looks[letterIndex(letter)]!;
}
