import * as z from "zod";
import type { PreviousAnalysis } from "@/lib/math/previous-analysis";

const COUNT_BYTES = 4;
const RECORD_BYTES = 24;
const NO_GROUP = -1;

const Retired = z.array(z.tuple([z.string(), z.array(z.int())]));

type Packed = Omit<PreviousAnalysis, "frame">;

/**
 * Packs what the next frame needs to know of each participant, for `analyses.positions`.
 * Little-endian: the number of records as uint32; then one record of 24 bytes a participant, ids
 * ascending: participant int32, group id int32 (-1: not clustered), x float64, y float64 (core
 * coordinates); then, as JSON, the letters out of use and who bore them: [["C", [4, 7]]].
 */
export function packPrevious({ positions, membership, retired }: Packed): Buffer {
  const ids = [...positions.keys()].sort((a, b) => a - b);
  const packed = Buffer.allocUnsafe(COUNT_BYTES + ids.length * RECORD_BYTES);
  packed.writeUInt32LE(ids.length, 0);
  for (const [index, id] of ids.entries()) {
    const at = COUNT_BYTES + index * RECORD_BYTES;
    const [x, y] = positions.get(id)!;
    packed.writeInt32LE(id, at);
    packed.writeInt32LE(membership.get(id) ?? NO_GROUP, at + 4);
    packed.writeDoubleLE(x, at + 8);
    packed.writeDoubleLE(y, at + 16);
  }
  return Buffer.concat([packed, Buffer.from(JSON.stringify([...(retired ?? [])]))]);
}

/** Reads what `packPrevious` wrote. */
export function unpackPrevious(packed: Buffer): Packed {
  const membership = new Map<number, number>();
  const positions = new Map<number, [number, number]>();
  const end = COUNT_BYTES + packed.readUInt32LE(0) * RECORD_BYTES;
  for (let at = COUNT_BYTES; at < end; at += RECORD_BYTES) {
    const id = packed.readInt32LE(at);
    const group = packed.readInt32LE(at + 4);
    if (group !== NO_GROUP) membership.set(id, group);
    positions.set(id, [packed.readDoubleLE(at + 8), packed.readDoubleLE(at + 16)]);
  }
  const retired = Retired.parse(JSON.parse(packed.toString("utf8", end)));
  return { membership, positions, retired: new Map(retired) };
}
