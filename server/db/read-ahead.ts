/**
 * Asks for the next rows while those before are being used, so that the database works meanwhile; no
 * more than one set is ahead.
 */
export async function* readAhead<Rows>(source: AsyncIterable<Rows>): AsyncGenerator<Rows> {
  const iterator = source[Symbol.asyncIterator]();
  // A cursor that has come to its end answers at once, without a promise.
  let next = Promise.resolve(iterator.next());
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = Promise.resolve(iterator.next());
      yield value;
    }
  } finally {
    // What was asked for must have come before a cursor can be closed; if it failed, it was told above.
    await next.catch(() => {});
    await iterator.return?.();
  }
}
