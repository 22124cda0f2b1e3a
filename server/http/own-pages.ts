import { readBody } from "./read-body";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";

/**
 * A page of a frame whose cookie the browser refuses: its token comes in the body of a form, and the
 * page is shown as if the token had come as a header.
 */
export async function handleOwnPage(request: RouteRequest): Promise<void> {
  requireSameOrigin(request.req, request.runtime.publicUrl);
  const body = await readBody(request.req);
  const token = body.kind === "form" ? (body.fields.get("token") ?? "") : "";
  await request.showPage(
    /^[\w.-]{1,200}$/.test(token) ? { authorization: `Participant ${token}` } : {},
  );
}
