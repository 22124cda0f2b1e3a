import type { CommandEntry } from "./command";

/** Every command by its name, loaded only when it runs. */
export const commands: Record<string, CommandEntry> = {
  start: {
    usage: "",
    summary: "Build if needed, migrate and serve",
    load: () => import("./start"),
  },
  dev: {
    usage: "",
    summary: "Serve on this machine only, compiling pages as they change",
    load: () => import("./dev"),
  },
  help: {
    usage: "",
    summary: "List the commands",
    load: () => import("./help"),
  },
};
