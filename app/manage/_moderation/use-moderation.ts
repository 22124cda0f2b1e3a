"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { errorReason } from "@/app/_trpc/error-reason";
import type { Moderation, ModerationReason } from "@/lib/schemas/statement-input";
import type { ModeratedStatement } from "@/server/services/statements/moderated-statement";
import type { useStatements } from "./use-statements";

export interface Decision {
  statement: ModeratedStatement;
  to: Moderation;
  reason: ModerationReason | null;
}

/** Decisions and their undoing; what was decided last can be undone first. */
export function useModeration(
  conversationId: number,
  {
    hold,
    replace,
    refresh,
  }: Pick<ReturnType<typeof useStatements>, "hold" | "replace" | "refresh">,
) {
  const trpc = useTRPC();
  const [done, setDone] = useState<Decision[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const moderate = useMutation(trpc.statement.moderate.mutationOptions());

  async function decide(decision: Decision): Promise<boolean> {
    const { statement, to, reason } = decision;
    const { id: statementId, moderation: from } = statement;
    setFailure(null);
    await hold();
    replace({ id: statementId, moderation: to, moderationReason: reason });
    try {
      replace(await moderate.mutateAsync({ conversationId, statementId, from, to, reason }));
      return true;
    } catch (error) {
      replace(statement);
      setFailure(error);
      await refresh();
      return false;
    }
  }

  return {
    last: done.at(-1) ?? null,
    failure,
    isConflict: errorReason(failure) === "already-moderated",
    decide: async (decision: Decision) => {
      if (await decide(decision)) setDone((before) => [...before, decision]);
    },
    undo: async () => {
      const last = done.at(-1);
      if (!last) return;
      setDone((before) => before.slice(0, -1));
      const { statement, to } = last;
      const reason = statement.moderationReason as ModerationReason | null;
      await decide({
        statement: { ...statement, moderation: to },
        to: statement.moderation,
        reason,
      });
    },
  };
}
