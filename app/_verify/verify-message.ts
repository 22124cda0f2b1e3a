import type { PublicKeys } from "@/lib/verify/signed-text";
import type { Verification } from "@/lib/verify/verification";
import type { Progress } from "@/lib/verify/verify-export";

export interface VerifyQuestion {
  file: File;
  /** Those of this server. */
  keys: PublicKeys;
}

/** Why a file could not be checked. */
export type VerifyFailure = "not-export" | "damaged" | "broken-off";

export type VerifyAnswer =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; verification: Verification }
  | { kind: "failure"; reason: VerifyFailure };
