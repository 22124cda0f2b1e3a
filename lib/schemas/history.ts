import * as z from "zod/mini";

const count = z.int();

/** A group at one moment; its size is null where it may not be told (lib/suppress). */
export const HistoryGroup = z.object({ letter: z.string(), size: z.nullable(count) });
export type HistoryGroup = z.infer<typeof HistoryGroup>;

/** A conversation as it stood after so many of its votes. */
export const HistoryStep = z.object({
  /** ISO 8601; of the last vote that it has seen. */
  at: z.string(),
  /** Votes that stood then. */
  votes: count,
  /** People with a vote. */
  participants: count,
  /** People with a place on the map; 0: fewer than five, null: it may not be told (lib/suppress). */
  onMap: z.nullable(count),
  /** By letter, ascending; none when no groups are reported. */
  groups: z.array(HistoryGroup),
  /**
   * Four integers a base cluster: x and y in thousandths, turned as the frame says; people, 0
   * where that may not be told; and the index of its group, -1 for none. Empty while too few people are on the map.
   */
  clusters: z.array(z.int()),
});
export type HistoryStep = z.infer<typeof HistoryStep>;

/** What `GET …/history/{version}` answers: the way to one analysis, the oldest step first. */
export const History = z.object({
  /** Of the analysis that the last step is. */
  version: count,
  steps: z.array(HistoryStep),
});
export type History = z.infer<typeof History>;

/** Its answer while the history is being made. */
export const HistoryProgress = z.object({
  /** 0..1 */
  done: z.number(),
});
export type HistoryProgress = z.infer<typeof HistoryProgress>;
