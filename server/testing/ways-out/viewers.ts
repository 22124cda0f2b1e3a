import { randomBytes } from "node:crypto";
import { createOverlayNonce, hashOverlayToken } from "@/server/auth/overlay-token";
import { participantCookieName } from "@/server/auth/read-participant";
import type { DatabaseClient } from "@/server/db/client";
import { insertMembership } from "@/server/db/queries/memberships";
import { storeOverlayToken } from "@/server/db/queries/overlay-tokens";
import { roles } from "@/server/services/people/roles";
import type { Role } from "@/server/services/permissions/permission-table";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "../actors";
import type { Twin } from "./make-twins";
import { votesNeeded } from "./make-twins";

/** Somebody who looks at both twins. */
export interface Viewer {
  name: string;
  role: Role | null;
  /** Statements they have voted on, the same and in the same way in both. */
  ownVotes: number;
  /** One of each kind. */
  isTypical?: boolean;
  /** How they say who they are. */
  headersFor(twin: Twin): Record<string, string>;
  /** Of the link of a private overlay, where they have one. */
  overlayTokenFor?(twin: Twin): string;
}

const password = "a long enough passphrase";
let visitors = 0;

/** Everybody's requests come from an address of their own: what is limited by address is not tested here. */
export function anotherAddress(): Record<string, string> {
  visitors += 1;
  return { "x-forwarded-for": `198.51.${visitors >> 8}.${visitors & 255}` };
}

export const stranger: Viewer = {
  name: "a stranger",
  isTypical: true,
  role: null,
  ownVotes: 0,
  headersFor: () => ({}),
};

/** An account without a role, and one for each role. */
export async function makeAccounts(
  database: DatabaseClient,
  url: string,
  twins: Twin[],
): Promise<Viewer[]> {
  const viewers: Viewer[] = [];
  for (const role of [null, ...roles]) {
    const email = `${role ?? "outsider"}@example.org`;
    const { id: userId } = await createUser(contextFor(database.db), { email, password });
    for (const { id: conversationId } of role ? twins : []) {
      if (role) await insertMembership(database.db, { conversationId, userId, role });
    }
    const cookie = await signIn(url, email);
    viewers.push({
      name: role ?? "an outsider",
      role,
      ownVotes: 0,
      headersFor: () => ({ cookie }),
    });
  }
  return viewers;
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, ...anotherAddress() },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

/** Who was given the link of a private overlay, and nothing else. */
export async function makeOverlayHolder(database: DatabaseClient, twins: Twin[]): Promise<Viewer> {
  const tokens = new Map<number, string>();
  for (const { id: conversationId } of twins) {
    const token = randomBytes(32).toString("hex");
    const tokenHash = hashOverlayToken(token);
    await storeOverlayToken(database.db, {
      conversationId,
      nonce: createOverlayNonce(),
      tokenHash,
      createdAt: new Date(),
    });
    tokens.set(conversationId, token);
  }
  return {
    name: "who has the link of an overlay",
    role: null,
    ownVotes: 0,
    headersFor: () => ({}),
    overlayTokenFor: ({ id }) => tokens.get(id) ?? "",
  };
}

/**
 * Three who take part, one with too few votes to see results that need some, one in a frame where the
 * browser keeps no cookie; each writes a statement.
 */
export async function takePart(url: string, twins: Twin[]): Promise<Viewer[]> {
  const makeViewer = async (name: string, votes: number, isFramed = false): Promise<Viewer> => {
    const headers = new Map<number, Record<string, string>>();
    for (const twin of twins) {
      const token = await vote(url, twin, votes);
      await write(url, twin, { token, text: `Somebody with ${votes} votes wrote this.` });
      const cookie = `${participantCookieName(twin.id)}=${token}`;
      headers.set(twin.id, isFramed ? { authorization: `Participant ${token}` } : { cookie });
    }
    const headersFor = (twin: Twin) => headers.get(twin.id) ?? {};
    return { name, role: null, ownVotes: votes, isTypical: votes < votesNeeded - 1, headersFor };
  };
  return [
    // Their own statement has their vote as well.
    await makeViewer("a participant with few votes", votesNeeded - 2),
    await makeViewer("a participant with enough votes", votesNeeded),
    await makeViewer("a participant in a frame", votesNeeded + 1, true),
  ];
}

async function vote(url: string, { slug }: Twin, count: number): Promise<string> {
  const votes = Array.from({ length: count }, (_, statement) => ({ statement, value: 1 }));
  const answer = await post(`${url}/api/v1/conversations/${slug}/votes`, { votes });
  return answer.participant.token;
}

async function write(
  url: string,
  { slug }: Twin,
  { token, text }: { token: string; text: string },
) {
  await post(`${url}/api/v1/conversations/${slug}/statements`, { text }, token);
}

async function post(address: string, body: object, token?: string) {
  const response = await fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...anotherAddress(),
      ...(token ? { authorization: `Participant ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
  return response.json();
}
