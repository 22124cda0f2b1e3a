import { readSession, type Session } from "../auth/session";
import type { ServiceContext } from "../services/context";
import { getInvitation } from "../services/people/find-invitation";
import { joinAsNewcomer, joinWithAccount } from "../services/people/join";
import { readFields, sendTo, signIn } from "./console-forms";
import { reasonOf } from "./form-answer";
import type { RouteRequest } from "./route";

/** Uses up an invitation: makes the account of somebody new, or asks for the password of one there is. */
export async function handleJoin(request: RouteRequest): Promise<void> {
  const { params, path } = request;
  const fields = await readFields(request);
  const conversation = `/manage/c/${encodeURIComponent(params.slug!)}`;
  const token = fields.get("token") ?? "";
  try {
    const problem = await join(request, fields, { slug: params.slug!, token });
    if (problem) return sendTo(request, `${conversation}/join`, fields, { token, problem });
    sendTo(request, conversation, fields);
  } catch (error) {
    const problem = reasonOf(error, path);
    sendTo(request, `${conversation}/join`, fields, { token, problem });
  }
}

/** The word by which the page says what is wrong; null when they are in. */
async function join(
  request: RouteRequest,
  fields: URLSearchParams,
  key: { slug: string; token: string },
): Promise<string | null> {
  const { database, auth } = request.runtime;
  const ctx: ServiceContext = {
    db: database.db,
    actor: { kind: "anonymous" },
    now: () => new Date(),
  };
  const { email, hasAccount } = await getInvitation(ctx, key);
  const credentials = { email, password: fields.get("password") ?? "" };
  if (!hasAccount) {
    const name = fields.get("name") ?? "";
    await joinAsNewcomer(ctx, { ...key, name, password: credentials.password });
    // Should the limit on attempts be reached here, they sign in by themselves.
    await signIn(request, credentials);
    return null;
  }
  const open = await readSession(auth, new Headers({ cookie: request.req.headers.cookie ?? "" }));
  if (open?.email === email) {
    await joinWithAccount({ ...ctx, actor: open.actor }, key);
    return null;
  }
  const problem = await signIn(request, credentials);
  const session = problem ? null : await readNewSession(request);
  if (!session) return problem ?? "failed";
  await joinWithAccount({ ...ctx, actor: session.actor }, key);
  return null;
}

/** Of whoever has just signed in with this answer. */
function readNewSession({ res, runtime }: RouteRequest): Promise<Session | null> {
  const cookies = [res.getHeader("Set-Cookie") ?? []].flat().map(String);
  const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
  return readSession(runtime.auth, new Headers({ cookie }));
}
