import { parseArgs } from "node:util";
import type { CommandIo } from "./command";
import { commands } from "./commands";

export async function run(args: string[], io: CommandIo): Promise<void> {
  parseArgs({ args });
  io.notice(describeCommands());
  io.stdout({
    commands: Object.entries(commands).map(([name, { usage, summary }]) => ({
      name,
      usage: `plenum ${name} ${usage}`.trim(),
      summary,
    })),
  });
}

/** The list for people. */
export function describeCommands(): string {
  const lines = Object.entries(commands).map(([name, { usage, summary }]) => ({
    left: `${name} ${usage}`.trim(),
    summary,
  }));
  const width = Math.max(...lines.map((line) => line.left.length));
  return [
    "Usage: npm run -s plenum -- COMMAND",
    "",
    ...lines.map((line) => `  ${line.left.padEnd(width)}  ${line.summary}`),
  ].join("\n");
}
