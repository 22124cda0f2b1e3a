import * as z from "zod";
import { ImportError, type Place } from "./import-error";
import type { PolisSummary } from "./read-summary";
import { readTextChunks } from "./read-text-chunks";
import { refuseLargeFile } from "./refuse-large-file";

export const CONVENTION_KEY = "vote-convention";

const Sign = z.union([z.literal(1), z.literal(-1)]);
const FormatDocument = z.object({
  [CONVENTION_KEY]: z.string().optional(),
  vote: z.object({ agree: Sign }).optional(),
});

/**
 * The value that means agree in this export: 1 unless format.json or summary.csv declare -1.
 * @throws ImportError on a declaration that cannot be read, or two that contradict each other
 */
export async function readVoteSign(
  formatPath: string | null,
  summary: { file: string; values: PolisSummary },
): Promise<1 | -1> {
  const row = summary.values.get(CONVENTION_KEY);
  const place = { file: summary.file, line: row?.line ?? null };
  const declared = [
    ...(row ? [parseDeclaration(row.value, place)] : []),
    ...(formatPath ? await readFormat(formatPath) : []),
  ];
  if (new Set(declared).size <= 1) return declared[0] ?? 1;
  throw new ImportError(place, "the vote conventions of summary.csv and format.json differ");
}

async function readFormat(path: string): Promise<(1 | -1)[]> {
  const place = { file: "format.json", line: null };
  await refuseLargeFile(path, place.file);
  const chunks: Buffer[] = [];
  for await (const chunk of readTextChunks(path, place.file)) chunks.push(chunk);
  const text = Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const parsed = FormatDocument.safeParse(parseJson(text, place));
  if (!parsed.success) throw new ImportError(place, "the vote convention cannot be read");
  const { vote, [CONVENTION_KEY]: declared } = parsed.data;
  return [
    ...(vote ? [vote.agree] : []),
    ...(declared === undefined ? [] : [parseDeclaration(declared, place)]),
  ];
}

function parseJson(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ImportError(place, "not JSON", { cause });
  }
}

/** Reads `agree=+1;disagree=-1;pass=0;format=polis-export/1`, parts in any order. */
function parseDeclaration(text: string, place: Place): 1 | -1 {
  const parts = text.split(";").map((part) => part.split("=").map((side) => side.trim()));
  const values = new Map(parts.map(([key = "", value = ""]) => [key, value]));
  const agree = Number(values.get("agree") ?? Number.NaN);
  const isSound =
    (agree === 1 || agree === -1) && Number(values.get("disagree") ?? -agree) === -agree;
  if (!isSound) throw new ImportError(place, `the vote convention cannot be read: ${text}`);
  return agree === 1 ? 1 : -1;
}
