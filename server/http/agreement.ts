import {
  areConversationResultsPublic,
  requireResults,
} from "../services/analyses/may-read-results";
import { ServiceError } from "../services/errors";
import { cacheControl, parseVersion } from "./analyses";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

const STATEMENT = /^\d{1,9}$/;

/** Who agreed with one statement in one version, which never changes. */
export async function handleAgreement(request: RouteRequest): Promise<void> {
  const { ctx, reader } = await readResultsReader(request);
  await requireResults(ctx, reader);
  const { conversation } = reader;
  const version = parseVersion(request.params.version!);
  const statement = parseStatement(request.params.statement!);
  const agreement = await request.runtime.agreements.get(conversation.id, version, statement);
  const isPublic = areConversationResultsPublic(conversation);
  sendJson(request.res, 200, agreement, { "Cache-Control": cacheControl(isPublic, false) });
}

function parseStatement(asked: string): number {
  if (STATEMENT.test(asked)) return Number(asked);
  throw new ServiceError("BAD_REQUEST", "statement-malformed", `${asked} is no statement.`);
}
