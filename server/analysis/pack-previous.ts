import * as z from "zod";
import type { PreviousAnalysis } from "@/lib/math/previous-analysis";

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
export function packPrevious({ participants, points, groupIds, retired }: Packed): Buffer {
  const packed = Buffer.allocUnsafe(COUNT_BYTES + participants.length * RECORD_BYTES);
  packed.writeUInt32LE(participants.length, 0);
  for (let row = 0; row < participants.length; row++) {
    const at = COUNT_BYTES + row * RECORD_BYTES;
    packed.writeInt32LE(participants[row]!, at);
    packed.writeInt32LE(groupIds[row]!, at + 4);
    packed.writeDoubleLE(points[2 * row]!, at + 8);
    packed.writeDoubleLE(points[2 * row + 1]!, at + 16);
  }
  const letters = Array.from(retired ?? [], ([letter, members]) => [letter, [...members]]);
  return Buffer.concat([packed, Buffer.from(JSON.stringify(letters))]);
}

/** Reads what `packPrevious` wrote. */
export function unpackPrevious(packed: Buffer): Packed {
  const count = packed.readUInt32LE(0);
  const participants = new Int32Array(count);
  const points = new Float64Array(2 * count);
  const groupIds = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const at = COUNT_BYTES + row * RECORD_BYTES;
    participants[row] = packed.readInt32LE(at);
    groupIds[row] = packed.readInt32LE(at + 4);
    points[2 * row] = packed.readDoubleLE(at + 8);
    points[2 * row + 1] = packed.readDoubleLE(at + 16);
  }
  const end = COUNT_BYTES + count * RECORD_BYTES;
  const letters = Retired.parse(JSON.parse(packed.toString("utf8", end)));
  return {
    participants,
    points,
    groupIds,
    retired: new Map(letters.map(([letter, members]) => [letter, Int32Array.from(members)])),
  };
}
