import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnalysisStatement } from "../votes/statement-flags";
import { createVoteMatrix, type VoteMatrix } from "../votes/vote-matrix";
import type { StreamedVote } from "../votes/vote-stream";

interface ReferenceRepresentative {
  tid: number;
  "n-success": number;
  "n-trials": number;
  "p-success": number;
  "p-test": number;
  repness: number;
  "repness-test": number;
  "repful-for": "agree" | "disagree";
  "best-agree"?: boolean;
}
type ReferenceConsensus = Pick<
  ReferenceRepresentative,
  "tid" | "n-success" | "n-trials" | "p-success" | "p-test"
>;
type ById<Value> = Record<string, Value>;

interface ReferenceStatistics {
  repness: ById<ReferenceRepresentative[]>;
  consensus: { agree: ReferenceConsensus[]; disagree: ReferenceConsensus[] };
  groupAwareConsensus: ById<number>;
  priorities: ById<number>;
}

/** A reference result. Its votes have the opposite sign: agree = -1. */
export interface Reference {
  statementOrder: number[];
  participantOrder: number[];
  modOut: number[];
  published: { groups: ById<number> };
  port: ReferenceStatistics & {
    inConv: number[];
    pca: { center: number[]; comps: number[][]; explainedVariance: number[] };
    commentExtremity: ById<number>;
    projection: ById<[number, number]>;
    baseClusters: { id: number; members: number[]; center: [number, number] }[];
    silhouettes: ById<number>;
    k: number;
    groups: ById<number>;
  };
  onPublishedGroups: ReferenceStatistics & {
    groupStats: ById<ById<Record<"na" | "nd" | "ns" | StatisticName, number>>>;
  };
}
type StatisticName = "pa" | "pd" | "pat" | "pdt" | "ra" | "rd" | "rat" | "rdt";

export interface ReferenceConversation {
  reference: Reference;
  votes: VoteMatrix;
  statements: AnalysisStatement[];
}

/**
 * A real conversation with what Pol.is's rules make of it.
 * @param dir holds `data/polis/` and `fixtures/`
 */
export function readReferenceConversation(dir: string, name: string): ReferenceConversation {
  const fixture = readFileSync(join(dir, "fixtures", `${name}.json`), "utf8");
  const reference: Reference = JSON.parse(fixture);
  const matrix = readFileSync(join(dir, "data/polis", name, "participants-votes.csv"), "utf8");
  const rejected = new Set(reference.modOut);
  return {
    reference,
    votes: parseMatrix(matrix),
    statements: reference.statementOrder.map((id) => ({
      id,
      moderation: rejected.has(id) ? "rejected" : "accepted",
      isMetadata: false,
    })),
  };
}

function parseMatrix(csv: string): VoteMatrix {
  const [header, ...rows] = csv.trim().split(/\r?\n/);
  const names = header!.split(",");
  const first = names.findIndex((name) => /^\d+$/.test(name));
  const votes: [participant: number, statement: number, value: number][] = [];
  for (const row of rows) {
    const cells = row.split(",");
    for (let i = first; i < names.length; i++) {
      if (cells[i] !== "") votes.push([Number(cells[0]), Number(names[i]), Number(cells[i])]);
    }
  }
  return createVoteMatrix({
    participant: Int32Array.from(votes, ([participant]) => participant),
    statement: Int32Array.from(votes, ([, statement]) => statement),
    value: Int8Array.from(votes, ([, , value]) => value),
  });
}

/** Every vote of a conversation in time order, or null when its export has no history. */
export function readVoteHistory(dir: string, name: string): StreamedVote[] | null {
  const file = join(dir, "data/polis", name, "votes.csv");
  if (!existsSync(file)) return null;
  const [header, ...rows] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  const names = header!.split(",");
  const cells = rows.map((row) => row.split(","));
  const column = (name: string) => cells.map((row) => Number(row[names.indexOf(name)]));
  const [at, participant, statement, value] = [
    column("timestamp"),
    column("voter-id"),
    column("comment-id"),
    column("vote"),
  ];
  const order = [...cells.keys()].sort((a, b) => at[a]! - at[b]!);
  return order.map((row) => ({
    participant: participant[row]!,
    statement: statement[row]!,
    value: value[row]!,
  }));
}
