import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Random } from "@/lib/math/random";
import { CastVotesAnswer, type NextStatement } from "@/lib/schemas/vote";
import type { ConversationPlan, PlannedStatement } from "./conversation-plan";
import { drawValue } from "./simulate-votes";

const PATIENCE_MS = 10_000;
const NextAnswer = z.object({ next: CastVotesAnswer.shape.next });

/** A refusal by the server, with what it said. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A made-up person with a browser: an address, a token of their own, and a few statements ahead. */
export interface SimulatedVoice {
  /** Casts one vote; false when there is nothing left to vote on, or no wish to. */
  voteOnce(): Promise<boolean>;
}

export function createVoice(options: {
  baseUrl: string;
  plan: ConversationPlan;
  camp: number;
  /** How many votes this person feels like casting. */
  patience: number;
  random: Random;
}): SimulatedVoice {
  const { plan, camp, random } = options;
  const address = `${options.baseUrl}/api/v1/conversations/${plan.slug}`;
  const idempotencyKey = randomUUID();
  let token: string | undefined;
  let ahead: NextStatement[] | undefined;
  let left = options.patience;

  async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = new Headers(init.headers);
    headers.set("Content-Type", "application/json");
    headers.set("Idempotency-Key", idempotencyKey);
    if (token !== undefined) headers.set("Authorization", `Participant ${token}`);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${address}/${path}`, { ...init, headers, signal });
    if (!answer.ok) throw new RefusedError(answer.status, await answer.text());
    return answer.json();
  }

  async function voteOnce(): Promise<boolean> {
    ahead ??= NextAnswer.parse(await ask("next?count=10")).next;
    const statement = ahead[0];
    if (statement === undefined || left <= 0) return false;
    const value = drawValue(feelingAbout(plan, statement.text), camp, random);
    const body = JSON.stringify({ votes: [{ statement: statement.id, value }] });
    const answer = CastVotesAnswer.parse(await ask("votes", { method: "POST", body }));
    token = answer.participant.token;
    ahead = answer.next;
    left -= 1;
    return true;
  }

  return { voteOnce };
}

/** Real people may have added statements, on which every camp is divided. */
function feelingAbout(plan: ConversationPlan, text: string): PlannedStatement {
  const unknown = { text, agree: plan.campShares.map(() => 45), pass: 25 };
  return plan.statements.find((statement) => statement.text === text) ?? unknown;
}
