import type { SignReport } from "@/server/services/reports/report-context";
import type { Credentials, VoteContext } from "@/server/services/votes/vote-context";

/** What a procedure is given: the context of services for whoever sent the request. */
export interface TrpcContext extends VoteContext {
  /** Null where this server signs nothing. */
  signReport: SignReport | null;
  /** How the request says which participant it acts for. */
  credentials: Credentials;
  /** Gives the browser its token, so that the next request is the same participant's. */
  rememberParticipant(input: { conversationId: number; token: string }): void;
}
