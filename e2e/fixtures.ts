import { test as base, expect } from "@playwright/test";
import { Organiser } from "./organiser";

interface WorkerFixtures {
  /** The owner of the instance, signed in over HTTP. */
  organiser: Organiser;
}

/** Every test makes a conversation of its own through `organiser`, so that none depends on another. */
export const test = base.extend<object, WorkerFixtures>({
  organiser: [
    async ({ playwright }, use) => {
      const api = await playwright.request.newContext({ baseURL: required("PLENUM_E2E_URL") });
      const organiser = new Organiser(api, required("PLENUM_E2E_URL"));
      await organiser.signIn(required("PLENUM_E2E_EMAIL"), required("PLENUM_E2E_PASSWORD"));
      await use(organiser);
      await api.dispose();
    },
    { scope: "worker" },
  ],
});

export { expect };

/** What e2e/run.ts hands to the tests. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run the browser tests with npm run test:browser.`);
  return value;
}
