import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Where the real conversations and the reference results are, unless told otherwise. */
const folder = resolve(process.env.PLENUM_REFERENCE_DIR || "../shared");

/**
 * The folder with `data/polis/` and `fixtures/`, or null when this machine has none: tests of real
 * data are then skipped and say so. With PLENUM_REQUIRE_REFERENCE set they fail instead.
 */
export function referenceDir(): string | null {
  if (existsSync(resolve(folder, "data/polis")) && existsSync(resolve(folder, "fixtures"))) {
    return folder;
  }
  if (process.env.PLENUM_REQUIRE_REFERENCE) throw new Error(`No reference data in ${folder}.`);
  process.stderr.write(`Tests of real conversations are skipped: there is no ${folder}.\n`);
  return null;
}

/** The conversations of `data/polis/`. */
export const referenceConversations = [
  "15-per-hour-seattle",
  "american-assembly.bowling-green",
  "brexit-consensus",
  "canadian-electoral-reform",
  "london.youth.policing",
  "scoop-hivemind.ubi",
  "vtaiwan.uberx",
];
