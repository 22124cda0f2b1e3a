import type { CommandEntry } from "./command";
import { createHelp } from "./help";

/** Every command by its name, loaded only when it runs. */
export const commands: Record<string, CommandEntry> = {
  start: {
    usage: "",
    summary: "Build if needed, migrate and serve",
    load: () => import("./start"),
  },
  demo: {
    usage: "[--votes-per-second N]",
    summary: "Serve a demo conversation that stays alive, on this machine only",
    load: () => import("./demo"),
  },
  dev: {
    usage: "",
    summary: "Serve on this machine only, compiling pages as they change",
    load: () => import("./dev"),
  },
  import: {
    usage: "DIR|FILE.zip [--slug S] [--title T] [--public-votes]",
    summary: "Make a conversation of a Pol.is export, a folder or a zip file",
    load: () => import("./import"),
  },
  export: {
    usage: "SLUG DIR|FILE.zip [--version N]",
    summary: "Write a conversation into a folder or a zip file: Pol.is files, analysis, table, map",
    load: () => import("./export"),
  },
  analyze: {
    usage: "DIR [--profile plenum|polis] [--groups FILE]",
    summary: "Print the analysis of a Pol.is export; needs no database",
    load: () => import("./analyze"),
  },
  verify: {
    usage: "FILE [--keys FILE|URL]",
    summary: "Check an export: signature, files, and the figures from its votes; needs no database",
    load: () => import("./verify"),
  },
  keys: {
    usage: "list|rotate",
    summary:
      "Print the public keys that reports are signed with, or sign with a new one from now on",
    load: () => import("./keys"),
  },
  user: {
    usage: "create --email E --password-stdin [--owner]",
    summary: "Create a facilitator, or an owner of this instance",
    load: () => import("./user"),
  },
  backup: {
    usage: "FILE",
    summary: "Write the whole instance, as it is at one moment, to a file",
    load: () => import("./backup"),
  },
  restore: {
    usage: "FILE",
    summary: "Bring a backup into an empty instance",
    load: () => import("./restore"),
  },
  help: {
    usage: "",
    summary: "List the commands",
    load: async () => createHelp(commands),
  },
};
