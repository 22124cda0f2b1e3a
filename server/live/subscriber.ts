import type { LiveEvent } from "./live";

export interface Subscriber {
  push(event: LiveEvent): void;
  close(): void;
  events: AsyncIterable<LiveEvent>;
}

/**
 * A mailbox that holds the newest event of each type and no more: a slow reader skips what it
 * missed, and cannot make this process grow.
 */
export function createSubscriber(onClose: () => void): Subscriber {
  const pending = new Map<LiveEvent["type"], LiveEvent>();
  let isClosed = false;
  let wake = () => {};

  function close() {
    if (isClosed) return;
    isClosed = true;
    onClose();
    wake();
  }

  async function next(): Promise<IteratorResult<LiveEvent>> {
    while (!isClosed) {
      for (const [type, event] of pending) {
        pending.delete(type);
        return { done: false, value: event };
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return { done: true, value: undefined };
  }

  async function end(): Promise<IteratorResult<LiveEvent>> {
    close();
    return { done: true, value: undefined };
  }

  return {
    push(event) {
      pending.delete(event.type); // the newest comes last
      pending.set(event.type, event);
      wake();
    },
    close,
    events: { [Symbol.asyncIterator]: () => ({ next, return: end }) },
  };
}
