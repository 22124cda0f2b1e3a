import * as z from "zod/mini";
import { VoteValue } from "./vote";

const time = z.string();

/** Answer of `GET …/me`: everything that is stored of whoever asks in one conversation. */
export const OwnData = z.object({
  format: z.literal("plenum-own-data"),
  version: z.literal(1),
  /** When this was read, as ISO 8601 in UTC; so are all times. */
  readAt: time,
  conversation: z.object({ slug: z.string(), title: z.string() }),
  /** Null: nothing is stored, and all lists are empty. */
  participant: z.nullable(
    z.object({
      /** Stands for the participant in every list and file of this conversation. */
      id: z.int(),
      /** Of the first vote or statement. */
      createdAt: time,
      /** SHA-256 of the secret in the cookie: it recognises the cookie, and cannot make one. */
      tokenHash: z.nullable(z.string()),
      /** The name that the inviting site or an import gave. */
      xid: z.nullable(z.string()),
      verifiedBy: z.nullable(z.string()),
      /** Since when these votes are left out of the results. */
      excludedAt: z.nullable(time),
    }),
  ),
  /** What holds now, by statement; a withdrawn vote has the value null. */
  votes: z.array(
    z.object({
      statement: z.int(),
      /** Null once the moderators did not accept it. */
      text: z.nullable(z.string()),
      /** agree 1, pass 0, disagree -1 */
      value: z.nullable(VoteValue),
      important: z.boolean(),
      /** The browser's own counter of its votes. */
      clientSeq: z.int(),
      at: time,
    }),
  ),
  /** Every vote, change and withdrawal, oldest first. */
  voteHistory: z.array(
    z.object({
      statement: z.int(),
      value: z.nullable(VoteValue),
      important: z.boolean(),
      at: time,
    }),
  ),
  statements: z.array(
    z.object({
      id: z.int(),
      text: z.string(),
      language: z.nullable(z.string()),
      moderation: z.enum(["pending", "accepted", "rejected"]),
      /** Why it was not published. */
      reason: z.nullable(z.string()),
      createdAt: time,
    }),
  ),
  /** Votes that published reports keep of them; deleting everything removes them there too. */
  reports: z._default(z.array(z.object({ number: z.int(), votes: z.int() })), []),
  /** A code for another device that was not used yet; the code itself is not stored. */
  resumeCode: z.nullable(z.object({ expiresAt: time })),
});
export type OwnData = z.infer<typeof OwnData>;

/** Body of `POST …/me/delete`. */
export const DeleteOwnDataInput = z.strictObject({
  /**
   * `withdraw`: statements that nobody else voted on go, the others stay without their author;
   * `keep`: all of them stay without their author.
   */
  statements: z._default(z.enum(["withdraw", "keep"]), "withdraw"),
});
export type DeleteOwnDataInput = z.infer<typeof DeleteOwnDataInput>;

/** What a deletion removed; a second one removes nothing. */
export const DeletedData = z.object({
  votes: z.int(),
  statementsKept: z.int(),
  statementsWithdrawn: z.int(),
});
export type DeletedData = z.infer<typeof DeletedData>;

/** Body of `POST …/me/resume`. */
export const ResumeInput = z.strictObject({
  /** As somebody typed it. */
  code: z.string().check(z.maxLength(100)),
  /** What this device did before as somebody else is joined to the other's. */
  join: z._default(z.boolean(), false),
});
export type ResumeInput = z.infer<typeof ResumeInput>;

/** Answer of `POST …/me/resume-code`. */
export const ResumeCodeAnswer = z.object({ code: z.string(), expiresAt: time });
export type ResumeCodeAnswer = z.infer<typeof ResumeCodeAnswer>;

/** Body of `POST …/me/host-identity`: a compact JWS of the site around the frame. */
export const HostIdentityInput = z.strictObject({ identity: z.string().check(z.maxLength(4000)) });
export type HostIdentityInput = z.infer<typeof HostIdentityInput>;

/** Its answer. */
export const HostIdentityAnswer = z.object({
  /** For the `Idempotency-Key` of the first vote: the same person has the same one everywhere. */
  key: z.string(),
  /** Null for somebody who has not taken part yet. */
  token: z.nullable(z.string()),
});
export type HostIdentityAnswer = z.infer<typeof HostIdentityAnswer>;
