export interface Deferred {
  promise: Promise<void>;
  resolve(): void;
}

/** A promise that a test keeps open until it says so (Node 20 has no Promise.withResolvers). */
export function createDeferred(): Deferred {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
