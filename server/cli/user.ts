import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { openInstance } from "../process/instance";
import { createUser } from "../services/users/create";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      email: { type: "string" },
      "password-stdin": { type: "boolean" },
      owner: { type: "boolean", default: false },
    },
  });
  if (positionals.length !== 1 || positionals[0] !== "create") {
    throw new UsageError("Usage: plenum user create --email E --password-stdin [--owner]");
  }
  if (values.email === undefined) throw new UsageError("--email is missing.");
  // A password on the command line would be seen in the list of processes.
  if (!values["password-stdin"]) throw new UsageError("Send the password with --password-stdin.");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  const instance = await openInstance();
  try {
    const user = await createUser(
      { db: instance.database.db, actor: { kind: "operator" }, now: () => new Date() },
      {
        email: values.email,
        password,
        instanceRole: values.owner ? "owner" : "facilitator",
      },
    );
    io.notice(`${user.email} can sign in as ${user.instanceRole}.`);
    io.stdout(user);
  } finally {
    await instance.close();
  }
}
