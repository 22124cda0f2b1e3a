/** What a command may say. */
export interface CommandIo {
  /** The one JSON document of this run, on stdout. */
  stdout(json: unknown): void;
  /** A line for people, on stderr. */
  notice(message: string): void;
}

/** A file of this folder that is named after a command. */
export interface CommandModule {
  run(args: string[], io: CommandIo): Promise<void>;
}

export interface CommandEntry {
  /** Arguments and flags, as the help shows them. */
  usage: string;
  summary: string;
  load(): Promise<CommandModule>;
}
