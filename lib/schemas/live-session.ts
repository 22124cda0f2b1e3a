import * as z from "zod/mini";
import { NextStatement } from "./vote";

/** What is on stage now, as the event `session` says it. */
export const SessionEvent = z.object({
  /** Null while no statement is shown, and after the end. */
  statement: z.nullable(z.int()),
  /** Whether the statement takes votes. */
  isOpen: z.boolean(),
  /** Whether its results are shown to those who may see results. */
  isRevealed: z.boolean(),
  /** One more with each change; what has a lower number is older. */
  number: z.int(),
});
export type SessionEvent = z.infer<typeof SessionEvent>;

/** How a statement was voted on; small crowds are left out. */
export const SessionTally = z.object({
  agrees: z.int(),
  disagrees: z.int(),
  passes: z.int(),
  votes: z.int(),
});
export type SessionTally = z.infer<typeof SessionTally>;

/** `GET …/session`: what is on stage, in words. */
export const SessionAnswer = z.object({
  session: SessionEvent,
  statement: z.nullable(NextStatement),
  /** Null unless results are shown, to this reader, and there are some. */
  tally: z.nullable(SessionTally),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** What a presenter does; it holds only if `basedOn` is still the number of the newest change. */
export const PresentInput = z.object({
  conversationId: z.int(),
  basedOn: z.int().check(z.nonnegative()),
  act: z.discriminatedUnion("type", [
    z.object({ type: z.literal("start") }),
    z.object({ type: z.literal("show"), statement: z.int().check(z.nonnegative()) }),
    z.object({ type: z.literal("open") }),
    z.object({ type: z.literal("close") }),
    z.object({ type: z.literal("reveal") }),
    z.object({ type: z.literal("hide") }),
    z.object({ type: z.literal("end") }),
  ]),
});
export type PresentInput = z.infer<typeof PresentInput>;
export type PresentAct = PresentInput["act"];
