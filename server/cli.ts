import type { CommandIo } from "./cli/command";
import { commands } from "./cli/commands";
import { describeCommands } from "./cli/help";
import { UsageError } from "./cli/usage-error";
import { ServiceError } from "./services/errors";

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

// A reader that left early (`| head`, a closed terminal) is no failure of ours.
const READER_GONE = new Set(["EPIPE", "EIO"]);
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (!READER_GONE.has(error.code ?? "")) process.exit(EXIT_FAILURE);
  });
}

// Libraries talk on stdout, which is ours for the one document.
console.log = console.error;
console.info = console.error;
console.debug = console.error;

await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<void> {
  const io = createIo();
  let exitCode = 0;
  try {
    await dispatch(name, args, io);
  } catch (error) {
    exitCode = isUsageError(error) ? EXIT_USAGE : EXIT_FAILURE;
    report(error, exitCode, io);
  }
  await io.flushed();
  process.exit(exitCode);
}

async function dispatch(name: string | undefined, args: string[], io: CommandIo): Promise<void> {
  if (name === undefined)
    throw new UsageError(`A command is missing.\n${describeCommands(commands)}`);
  const wanted = name === "--help" || name === "-h" ? "help" : name;
  const entry = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
  if (!entry) throw new UsageError(`There is no command "${name}".\n${describeCommands(commands)}`);
  const command = await entry.load();
  await command.run(args, io);
}

/** Unknown flags (node:util parseArgs), bad input and refusals by a rule are the caller's to mend. */
function isUsageError(error: unknown): boolean {
  if (error instanceof UsageError || error instanceof ServiceError) return true;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_");
}

function report(error: unknown, exitCode: number, io: CommandIo & { isSilent(): boolean }): void {
  const message = error instanceof Error ? error.message : String(error);
  io.notice(`plenum: ${message}`);
  // stdout carries one JSON document whatever happens; a person has just read it above.
  if (io.isSilent() && !process.stdout.isTTY) {
    io.stdout({ error: { code: exitCode === EXIT_USAGE ? "usage" : "failure", message } });
  }
}

function createIo() {
  let document: Promise<void> | undefined;
  return {
    stdout(json: unknown) {
      if (document) throw new Error("A command prints one JSON document only.");
      const text = `${JSON.stringify(json, null, process.stdout.isTTY ? 2 : 0)}\n`;
      document = new Promise((resolve) => process.stdout.write(text, () => resolve()));
    },
    notice(message: string) {
      process.stderr.write(`${message}\n`);
    },
    isSilent: () => document === undefined,
    flushed: async () => document,
  };
}
