import type { CommandEntry } from "./command";

/** Every command by its name, loaded only when it runs. */
export const commands: Record<string, CommandEntry> = {
  help: {
    usage: "",
    summary: "List the commands",
    load: () => import("./help"),
  },
};
