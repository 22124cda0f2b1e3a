import type { ServerResponse } from "node:http";

/**
 * Next answers a page that failed with an empty one, which only its script fills: what `create` makes
 * is sent in its place. Anything else that is written to `res` goes on as it is.
 * @param create gets the address of the pages' stylesheet, where the failed page names one
 */
export function replaceFailedPage(
  res: ServerResponse,
  create: (stylesheet: string | null) => Promise<string>,
): void {
  const { writeHead, write, end } = res;
  let isReplaced = false;
  const looksFailed = (status: number) =>
    status === 500 && String(res.getHeader("Content-Type")).startsWith("text/html");

  // Headers may be set from here or, without a word, by the first write.
  res.writeHead = ((...head: Parameters<typeof writeHead>) => {
    isReplaced ||= looksFailed(head[0] ?? res.statusCode);
    return isReplaced ? res : writeHead.apply(res, head);
  }) as typeof writeHead;
  res.write = ((...chunk: Parameters<typeof write>) => {
    isReplaced ||= !res.headersSent && looksFailed(res.statusCode);
    return isReplaced ? true : write.apply(res, chunk);
  }) as typeof write;
  res.end = ((...chunk: Parameters<typeof end>) => {
    isReplaced ||= !res.headersSent && looksFailed(res.statusCode);
    if (!isReplaced) return end.apply(res, chunk);
    Object.assign(res, { writeHead, write, end });
    sendPage();
    return res;
  }) as typeof end;

  async function sendPage(): Promise<void> {
    const page = await create(findStylesheet(res)).catch(() => "");
    for (const name of ["Content-Encoding", "Link", "ETag"]) res.removeHeader(name);
    res.setHeader("Content-Length", Buffer.byteLength(page));
    res.writeHead(500).end(page);
  }
}

function findStylesheet(res: ServerResponse): string | null {
  const links = [res.getHeader("Link") ?? []].flat().join(",");
  return /<([^>]+\.css)>/.exec(links)?.[1] ?? null;
}
