"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { followEvents } from "@/app/_live/follow-events";
import { useTRPC } from "@/app/_trpc/client";
import type { ModeratedStatement } from "@/server/services/statements/moderated-statement";

const POLL_MS = 10_000;

/**
 * The statements of a conversation, kept fresh: an event says that something changed, and without
 * a connection they are asked for every 10 seconds.
 */
export function useStatements(input: {
  conversationId: number;
  slug: string;
  initialStatements: ModeratedStatement[];
}) {
  const { conversationId, slug, initialStatements } = input;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const options = useMemo(
    () => trpc.statement.list.queryOptions({ conversationId }),
    [trpc, conversationId],
  );
  const { data } = useQuery({
    ...options,
    initialData: initialStatements,
    refetchInterval: isLive ? false : POLL_MS,
  });
  const { queryKey } = options;

  useEffect(() => {
    const refresh = () => queryClient.invalidateQueries({ queryKey });
    return followEvents(slug, {
      onState(state) {
        setIsLive(state === "live");
        if (state === "live") refresh();
      },
      onChange: (type) => type === "statements" && refresh(),
    });
  }, [slug, queryClient, queryKey]);

  return {
    statements: data,
    isLive,
    /** Stops an answer on its way that would show the time before a decision. */
    hold: () => queryClient.cancelQueries({ queryKey }),
    /** Shows a decision at once, before and after the server has said yes. */
    replace: (statement: Pick<ModeratedStatement, "id"> & Partial<ModeratedStatement>) => {
      queryClient.setQueryData(queryKey, (before) =>
        before?.map((other) => (other.id === statement.id ? { ...other, ...statement } : other)),
      );
    },
    refresh: () => queryClient.invalidateQueries({ queryKey }),
  };
}
