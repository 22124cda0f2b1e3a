import { parseArgs } from "node:util";
import type { CommandEntry, CommandModule } from "./command";

type CommandTable = Record<string, CommandEntry>;

/** The command that lists all commands; the table holds it, so it is handed the table. */
export function createHelp(commands: CommandTable): CommandModule {
  return {
    async run(args, io) {
      parseArgs({ args });
      io.notice(describeCommands(commands));
      io.stdout({
        commands: Object.entries(commands).map(([name, { usage, summary }]) => ({
          name,
          usage: `plenum ${name} ${usage}`.trim(),
          summary,
        })),
      });
    },
  };
}

/** The list for people. */
export function describeCommands(commands: CommandTable): string {
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
