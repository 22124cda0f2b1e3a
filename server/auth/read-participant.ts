import { type ParticipantCredential, verifyParticipantToken } from "./participant-token";
import type { Secrets } from "./secrets";

const SCHEME = /^Participant +(\S+) *$/i;

export interface ParticipantQuestion {
  secrets: Secrets;
  conversationId: number;
  cookieHeader: string | null | undefined;
  authorizationHeader: string | null | undefined;
}

export type ParticipantReading =
  | { kind: "known"; credential: ParticipantCredential }
  | { kind: "newcomer" }
  /** The header holds a token that is forged, foreign or malformed. */
  | { kind: "refused" };

/**
 * Who asks, in this conversation. The header wins over the cookie; a cookie that proves nothing is
 * treated as none, for its owner could do nothing about it.
 */
export function readParticipantCredential(question: ParticipantQuestion): ParticipantReading {
  const { secrets, conversationId, cookieHeader, authorizationHeader } = question;
  const verify = (token: string) =>
    verifyParticipantToken(secrets.participantToken, { conversationId, token });
  if (authorizationHeader && /^Participant\b/i.test(authorizationHeader)) {
    const token = SCHEME.exec(authorizationHeader)?.[1];
    const credential = token === undefined ? null : verify(token);
    return credential ? { kind: "known", credential } : { kind: "refused" };
  }
  for (const token of cookieValues(cookieHeader ?? "", participantCookieName(conversationId))) {
    const credential = verify(token);
    if (credential) return { kind: "known", credential };
  }
  return { kind: "newcomer" };
}

/** For pages: the participant who asks for the page, or null. */
export function readParticipant(question: ParticipantQuestion): ParticipantCredential | null {
  const reading = readParticipantCredential(question);
  return reading.kind === "known" ? reading.credential : null;
}

export function participantCookieName(conversationId: number): string {
  return `plenum-${conversationId}`;
}

/** All values of a name: a browser may send a partitioned cookie and another one together. */
function cookieValues(header: string, name: string): string[] {
  return header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
