export interface ServerSentEvent {
  type: string;
  id: string | null;
  data: unknown;
}

/** Reads server-sent events one at a time, as slowly as the test likes. */
export async function openEvents(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; next(): Promise<ServerSentEvent | null>; close(): void }> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  const events = parse(response);
  return {
    status: response.status,
    next: async () => (await events.next()).value ?? null,
    close: () => controller.abort(),
  };
}

async function* parse(response: Response): AsyncGenerator<ServerSentEvent, null> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split("\n")
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? null;
      const type = field("event");
      if (type) yield { type, id: field("id"), data: JSON.parse(field("data") ?? "null") };
    }
  }
  return null;
}
