/** Speaks to a conversation's API as a script or as a plain form would. */
export function createParticipantClient(serverUrl: string, slug: string) {
  const base = `${serverUrl}/api/v1/conversations/${slug}`;
  const headersOf = (token?: string): Record<string, string> =>
    token === undefined ? {} : { Authorization: `Participant ${token}` };
  return {
    async get(path: string, token?: string) {
      const response = await fetch(`${base}/${path}`, { headers: headersOf(token) });
      return { status: response.status, body: await response.json() };
    },
    async post(path: string, body: unknown, token?: string) {
      const response = await fetch(`${base}/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headersOf(token) },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
    /** As a browser posts a form; it is not followed where it leads. */
    async submit(path: string, fields: Record<string, string>, headers?: Record<string, string>) {
      const response = await fetch(`${base}/${path}`, {
        method: "POST",
        headers: { Accept: "text/html,application/xhtml+xml", ...headers },
        body: new URLSearchParams(fields),
        redirect: "manual",
      });
      return {
        status: response.status,
        location: response.headers.get("location"),
        cookie: response.headers.get("set-cookie"),
      };
    },
  };
}
