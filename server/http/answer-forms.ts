import { packKeptAnswer } from "@/lib/answers/kept-answer";
import type { GiveAnswerInput, ReportProgressInput } from "@/lib/schemas/answer";
import { readSession } from "../auth/session";
import { giveAnswer } from "../services/answers/give-answer";
import { reportProgress } from "../services/answers/report-progress";
import type { ServiceContext } from "../services/context";
import { getConversation } from "../services/conversations/get";
import { sendTo } from "./console-forms";
import { reasonOf } from "./form-answer";
import { readBody } from "./read-body";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";
import { sendSeeOther } from "./send";

/**
 * The forms of the console's page of answers, which works before, and without, any script. What cannot
 * be published stands on the page again, as it was typed.
 */
export async function handleAnswerForm(request: RouteRequest): Promise<void> {
  const { req, res, runtime, params, path } = request;
  requireSameOrigin(req, runtime.publicUrl);
  const body = await readBody(req);
  const fields = body.kind === "form" ? body.fields : new URLSearchParams();
  const form = fields.get("form") === "progress" ? "progress" : "answer";
  const statementId = readNumber(fields, "statement");
  const ctx = await readContext(request);
  if (!ctx) return sendTo(request, "/manage/sign-in", request.query);
  try {
    const { id } = await getConversation(ctx, { slug: params.slug! });
    const about = { conversationId: id, statementId, basedOn: readNumber(fields, "basedOn") };
    if (form === "answer") await giveAnswer(ctx, { ...about, ...readAnswer(fields) });
    else await reportProgress(ctx, { ...about, ...readProgress(fields) });
  } catch (error) {
    const problem = reasonOf(error, path);
    const kept = { problem, form, statementId, fields: Object.fromEntries(fields) } as const;
    return request.showPage(packKeptAnswer(kept));
  }
  const query = new URLSearchParams({ published: String(statementId) });
  const language = request.query.get("lang");
  if (language) query.set("lang", language);
  sendSeeOther(res, `${path}?${query}#answer-${statementId}`);
}

/** Null for whoever is signed out: the page would send their browser on, which would post once more. */
async function readContext({ req, runtime }: RouteRequest): Promise<ServiceContext | null> {
  const headers = new Headers({ cookie: req.headers.cookie ?? "" });
  const session = await readSession(runtime.auth, headers);
  if (!session) return null;
  return { db: runtime.database.db, actor: session.actor, now: () => new Date() };
}

/** What is no number is refused by the service. */
function readNumber(fields: URLSearchParams, name: string): number {
  const text = fields.get(name) ?? "";
  return /^\d{1,10}$/.test(text) ? Number(text) : -1;
}

type Written<Input> = Omit<Input, "conversationId" | "statementId" | "basedOn">;

function readAnswer(fields: URLSearchParams): Written<GiveAnswerInput> {
  const decision = fields.get("decision") as GiveAnswerInput["decision"];
  return {
    decision,
    reason: fields.get("reason") ?? "",
    unit: fields.get("unit") ?? "",
    // The field is hidden then, with whatever was typed before.
    dueOn: decision === "will-not" ? null : fields.get("dueOn") || null,
  };
}

function readProgress(fields: URLSearchParams): Written<ReportProgressInput> {
  const status = fields.get("status") as ReportProgressInput["status"];
  return { status, text: fields.get("text") ?? "" };
}
