import { basename } from "node:path";
import { parseArgs } from "node:util";
import { analyze } from "@/lib/math/analyze";
import { createVoteMatrix } from "@/lib/math/votes/vote-matrix";
import { Analysis } from "@/lib/schemas/analysis";
import { loadPolisExport } from "../import/polis/load-export";
import type { CommandIo } from "./command";
import { readGroups } from "./read-groups";
import { UsageError } from "./usage-error";

type Profile = Analysis["algorithm"]["profile"];

const USAGE = "Usage: plenum analyze DIR [--profile plenum|polis] [--groups FILE]";

/** Prints the analysis of a Pol.is export folder; needs no database. */
export async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { profile: { type: "string", default: "plenum" }, groups: { type: "string" } },
  });
  const [dir] = positionals;
  if (dir === undefined || positionals.length > 1) throw new UsageError(USAGE);
  const profile = readProfile(values.profile);
  const groupsFile = values.groups;
  const groups = groupsFile === undefined ? undefined : await readGroups(groupsFile);

  const loaded = await loadPolisExport(dir, io.notice);
  for (const { file, line, message } of loaded.repairs)
    io.notice(`${file}, line ${line}: ${message}`);
  const votes = createVoteMatrix(loaded.votes);
  if (groupsFile !== undefined && groups) {
    if (!votes.participants.some((participant) => groups.has(participant))) {
      throw new UsageError(
        `${basename(groupsFile)}: none of its participants has a vote in ${dir}.`,
      );
    }
    noticeStrangers(groups, votes.participants, io);
  }
  io.stdout(Analysis.parse(analyze({ votes, statements: loaded.statements, profile, groups })));
}

function readProfile(name: string): Profile {
  if (name === "plenum" || name === "polis") return name;
  throw new UsageError(`There is no profile ${JSON.stringify(name)}; use plenum or polis.`);
}

function noticeStrangers(
  groups: ReadonlyMap<number, number>,
  participants: Int32Array,
  io: CommandIo,
): void {
  const known = new Set(participants);
  const strangers = [...groups.keys()].filter((participant) => !known.has(participant));
  if (strangers.length === 0) return;
  const some = `${strangers.slice(0, 5).join(", ")}${strangers.length > 5 ? ", …" : ""}`;
  io.notice(`The groups file names participants without a vote: ${strangers.length} (${some})`);
}
