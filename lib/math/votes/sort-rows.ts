import type { Partition } from "../groups/partition";
import type { PolisClusterings } from "../polis/compose-polis";
import type { VoteMatrix } from "./vote-matrix";

interface RowsInAnyOrder {
  votes: VoteMatrix;
  found: PolisClusterings;
  partition: Partition;
}

/** The same, with rows by ascending participant id; columns stay where they are. */
export function sortRows({ votes, found, partition }: RowsInAnyOrder): RowsInAnyOrder {
  const { participants } = votes;
  const order = Int32Array.from(participants.keys()).sort(
    (a, b) => participants[a]! - participants[b]!,
  );
  const newRow = new Int32Array(order.length);
  order.forEach((row, index) => {
    newRow[row] = index;
  });
  const { map, base } = found;
  return {
    votes: sortVotes(votes, order),
    found: {
      ...found,
      rowOrder: found.rowOrder.map((row) => newRow[row]!),
      map: {
        ...map,
        points: Float64Array.from({ length: 2 * order.length }, (_, index) => {
          const axis = index % 2;
          return map.points[2 * order[(index - axis) / 2]! + axis]!;
        }),
      },
      base: { ...base, members: base.members.map((rows) => rows.map((row) => newRow[row]!)) },
    },
    partition: { ...partition, groupOfRow: order.map((row) => partition.groupOfRow[row]!) },
  };
}

function sortVotes(votes: VoteMatrix, order: Int32Array): VoteMatrix {
  const rowStart = new Int32Array(order.length + 1);
  const columns = new Int32Array(votes.columns.length);
  const values = new Int8Array(votes.values.length);
  order.forEach((row, index) => {
    const from = votes.rowStart[row]!;
    const to = votes.rowStart[row + 1]!;
    columns.set(votes.columns.subarray(from, to), rowStart[index]!);
    values.set(votes.values.subarray(from, to), rowStart[index]!);
    rowStart[index + 1] = rowStart[index]! + to - from;
  });
  const participants = order.map((row) => votes.participants[row]!);
  return { ...votes, participants, rowStart, columns, values };
}
