import { parseArgs } from "node:util";

interface Benchmark {
  /** Measures, and prints each figure as an object of its own. */
  run(print: (line: object) => void): Promise<void>;
}

/** Every benchmark by its name. */
const benchmarks: Record<string, () => Promise<Benchmark>> = {
  start: () => import("./start.bench"),
  import: () => import("./import.bench"),
  analyze: () => import("./analyze.bench"),
  structure: () => import("./structure.bench"),
  replay: () => import("./replay.bench"),
  history: () => import("./history.bench"),
  math: () => import("./math.bench"),
  votes: () => import("./votes.bench"),
  load: () => import("./load.bench"),
  live: () => import("./live.bench"),
  session: () => import("./session.bench"),
  events: () => import("./events.bench"),
  map: () => import("./map.bench"),
  overlay: () => import("./overlay.bench"),
  routing: () => import("./routing.bench"),
  page: () => import("./page.bench"),
  report: () => import("./report.bench"),
  pdf: () => import("./pdf.bench"),
  similar: () => import("./similar.bench"),
  export: () => import("./export.bench"),
  verify: () => import("./verify.bench"),
};

const { positionals } = parseArgs({ allowPositionals: true });
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));

if (unknown.length > 0) {
  const known = Object.keys(benchmarks).join(", ");
  process.stderr.write(`There is no benchmark "${unknown.join('", "')}"; there are ${known}.\n`);
  process.exit(2);
}
for (const name of names) {
  const benchmark = await benchmarks[name]!();
  await benchmark.run((line) => process.stdout.write(`${JSON.stringify(line)}\n`));
}
process.exit(0);
