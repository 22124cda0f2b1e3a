import * as z from "zod/mini";
import type { PreviousAnalysis } from "@/lib/math/frame/previous-analysis";

const COUNT_BYTES = 4;
const RECORD_BYTES = 24;

const Retired = z.array(z.tuple([z.string(), z.array(z.int())]));

type Packed = Omit<PreviousAnalysis, "frame">;

/**
 * Packs what the next frame needs to know of each participant, for `analyses.positions`.
 * Little-endian: the number of records as uint32; then one record of 24 bytes a participant, ids
 * ascending: participant int32, group id int32 (-1: not clustered), x float64, y float64 (core
 * coordinates); then, as JSON, the letters out of use and who bore them: [["C", [4, 7]]].
 */
export function packPrevious({
  participants,
  points,
  groupIds,
  retired,
}: Packed): Uint8Array<ArrayBuffer> {
  const letters = Array.from(retired ?? [], ([letter, members]) => [letter, [...members]]);
  const text = new TextEncoder().encode(JSON.stringify(letters));
  const textStart = COUNT_BYTES + participants.length * RECORD_BYTES;
  const packed = new Uint8Array(textStart + text.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, participants.length, true);
  for (let row = 0; row < participants.length; row++) {
    const at = COUNT_BYTES + row * RECORD_BYTES;
    view.setInt32(at, participants[row]!, true);
    view.setInt32(at + 4, groupIds[row]!, true);
    view.setFloat64(at + 8, points[2 * row]!, true);
    view.setFloat64(at + 16, points[2 * row + 1]!, true);
  }
  packed.set(text, textStart);
  return packed;
}

/** Reads what `packPrevious` wrote. */
export function unpackPrevious(packed: Uint8Array): Packed {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint32(0, true);
  const participants = new Int32Array(count);
  const points = new Float64Array(2 * count);
  const groupIds = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const at = COUNT_BYTES + row * RECORD_BYTES;
    participants[row] = view.getInt32(at, true);
    groupIds[row] = view.getInt32(at + 4, true);
    points[2 * row] = view.getFloat64(at + 8, true);
    points[2 * row + 1] = view.getFloat64(at + 16, true);
  }
  const text = new TextDecoder().decode(packed.subarray(COUNT_BYTES + count * RECORD_BYTES));
  const letters = Retired.parse(JSON.parse(text));
  return {
    participants,
    points,
    groupIds,
    retired: new Map(letters.map(([letter, members]) => [letter, Int32Array.from(members)])),
  };
}

/**
 * Group ids by participant, null for those in no group, looked up in what `packPrevious` wrote: a
 * million records need not be read for it.
 */
export function readGroups(packed: Uint8Array): (participant: number) => number | null {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = view.getUint32(0, true);
  const placeOf = (row: number) => COUNT_BYTES + row * RECORD_BYTES;
  return (participant) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getInt32(placeOf(middle), true) < participant) low = middle + 1;
      else high = middle;
    }
    if (low === count || view.getInt32(placeOf(low), true) !== participant) return null;
    const group = view.getInt32(placeOf(low) + 4, true);
    return group === -1 ? null : group;
  };
}
