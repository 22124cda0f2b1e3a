import type { OpenStream } from "../_live/follow-events";
import { host } from "../_vote/host";

/**
 * A stream of events as the participant of this frame: the browser's own way sends no header, and a
 * token in an address would stand in logs. Over as soon as it breaks off.
 */
export const openTokenStream: OpenStream = (address, { onOpen, onLost, onEvent }) => {
  const abort = new AbortController();
  const listen = async () => {
    const headers = await host.reader?.headers();
    const response = await fetch(address, { headers, signal: abort.signal });
    if (!response.ok || !response.body) return;
    onOpen();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (text + value).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) tell(block, onEvent);
    }
  };
  listen()
    .catch(() => {}) // it broke off
    .then(() => abort.signal.aborted || onLost(true));
  return () => abort.abort();
};

/** As our server writes them: one line of each kind. */
function tell(block: string, onEvent: (type: string, data: string) => void): void {
  const find = (field: string) =>
    block
      .split("\n")
      .find((line) => line.startsWith(field))
      ?.slice(field.length);
  const [type, data] = [find("event: "), find("data: ")];
  if (type !== undefined && data !== undefined) onEvent(type, data);
}
