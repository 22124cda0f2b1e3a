import { deriveSecrets, type Secrets } from "@/server/auth/secrets";
import { type DatabaseClient, openDatabase } from "@/server/db/client";
import { migrateDatabase } from "@/server/db/migrate";
import { type Env, readEnv } from "@/server/env";
import { type InstanceDatabase, openInstanceDatabase } from "./instance-database";
import { checkSecretFingerprint, readInstanceSecret } from "./instance-secret";

/** The database and the secrets of this instance, ready for use. */
export interface Instance {
  env: Env;
  database: DatabaseClient;
  url: string;
  directUrl: string;
  secrets: Secrets;
  close(): Promise<void>;
}

/**
 * Opens the instance that the environment describes, for a command: beside a server that runs, or
 * else with the embedded database started for as long as it takes. Ctrl-C closes it before it ends
 * the process.
 */
export async function openInstance(env: Env = readEnv()): Promise<Instance> {
  const instanceDatabase = await openInstanceDatabase(env, { asMain: false });
  try {
    const instance = await prepareInstance(env, instanceDatabase);
    return closeOnSignal(instance);
  } catch (error) {
    await instanceDatabase.close();
    throw error;
  }
}

/** Migrates, and refuses a secret that is not this database's. */
export async function prepareInstance(
  env: Env,
  { url, directUrl, close }: InstanceDatabase,
): Promise<Instance> {
  const secret = await readInstanceSecret(env);
  await migrateDatabase(directUrl);
  const secrets = deriveSecrets(secret);
  const database = openDatabase(url);
  try {
    await checkSecretFingerprint(database.db, secrets);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    env,
    database,
    url,
    directUrl,
    secrets,
    close: async () => {
      await database.close();
      await close();
    },
  };
}

function closeOnSignal(instance: Instance): Instance {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= instance.close();
    return closing;
  };
  const onSignal = () => {
    void close().finally(() => process.exit(1));
  };
  for (const signal of signals) process.once(signal, onSignal);
  return {
    ...instance,
    close: async () => {
      await close();
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
