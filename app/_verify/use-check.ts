import { useCallback, useEffect, useRef, useState } from "react";
import type { PublicKeys } from "@/lib/verify/signed-text";
import type { Verification } from "@/lib/verify/verification";
import { type Checker, createChecker } from "./checker";
import type { VerifyFailure } from "./verify-message";

export type CheckState =
  | { kind: "waiting" }
  | { kind: "reading"; name: string; share: number }
  | { kind: "computing"; name: string }
  | { kind: "done"; name: string; verification: Verification }
  | { kind: "failure"; name: string; reason: VerifyFailure };

/** Checks one file after the other. */
export function useCheck(keys: PublicKeys) {
  const checker = useRef<Checker | null>(null);
  const [state, setState] = useState<CheckState>({ kind: "waiting" });
  useEffect(() => {
    const made = createChecker();
    checker.current = made;
    return () => made.close();
  }, []);

  const check = useCallback(
    (file: File) => {
      const { name } = file;
      setState({ kind: "reading", name, share: 0 });
      checker.current?.check({ file, keys }, (answer) => {
        if (answer.kind !== "progress") setState({ ...answer, name });
        else if (answer.progress.stage === "computing") setState({ kind: "computing", name });
        else setState({ kind: "reading", name, share: answer.progress.share });
      });
    },
    [keys],
  );
  return { state, check };
}
