import { buildAppIfNeeded } from "@/server/process/build-app";

/** The processes under test share one build, so that no test waits for it. */
export default async function setup() {
  const { signal } = new AbortController();
  await buildAppIfNeeded({ signal, mayBuild: Promise.resolve(), onBuild: () => {} });
}
