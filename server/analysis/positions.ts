import type { Analysis } from "@/lib/schemas/analysis";

const RECORD_BYTES = 24;
const NO_GROUP = -1;

/**
 * Packs where participants stand, one record of 24 bytes each, little-endian, ids ascending:
 * participant int32, group id int32 (-1: not clustered), x float64, y float64 (core coordinates).
 */
export function packPositions(analysis: Pick<Analysis, "positions" | "membership">): Buffer {
  const ids = Object.keys(analysis.positions)
    .map(Number)
    .sort((a, b) => a - b);
  const packed = Buffer.allocUnsafe(ids.length * RECORD_BYTES);
  for (const [index, id] of ids.entries()) {
    const at = index * RECORD_BYTES;
    const [x, y] = analysis.positions[id]!;
    packed.writeInt32LE(id, at);
    packed.writeInt32LE(analysis.membership[id] ?? NO_GROUP, at + 4);
    packed.writeDoubleLE(x, at + 8);
    packed.writeDoubleLE(y, at + 16);
  }
  return packed;
}

/** Reads what `packPositions` wrote, as the frame of the next analysis needs it. */
export function unpackPositions(packed: Buffer): {
  membership: Map<number, number>;
  positions: Map<number, [number, number]>;
} {
  const membership = new Map<number, number>();
  const positions = new Map<number, [number, number]>();
  for (let at = 0; at + RECORD_BYTES <= packed.length; at += RECORD_BYTES) {
    const id = packed.readInt32LE(at);
    const group = packed.readInt32LE(at + 4);
    if (group !== NO_GROUP) membership.set(id, group);
    positions.set(id, [packed.readDoubleLE(at + 8), packed.readDoubleLE(at + 16)]);
  }
  return { membership, positions };
}
