"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/_trpc/client";
import { useErrorText } from "../_console/use-error-text";

/** Opening, closing and the closing date of one conversation; the page shows the new state after. */
export function useVotingActs(conversationId: number) {
  const trpc = useTRPC();
  const router = useRouter();
  const errorText = useErrorText();
  const onSettled = () => router.refresh();
  const open = useMutation(trpc.conversation.open.mutationOptions({ onSettled }));
  const close = useMutation(trpc.conversation.close.mutationOptions({ onSettled }));
  const update = useMutation(trpc.conversation.update.mutationOptions({ onSettled }));
  const all = [open, close, update];
  const start = () => {
    for (const mutation of all) mutation.reset();
  };
  const error = all.find((mutation) => mutation.error)?.error;
  return {
    acts: {
      open: (closesAt: Date | null) => {
        start();
        open.mutate({ conversationId, closesAt });
      },
      close: () => {
        start();
        close.mutate({ conversationId });
      },
      changeDate: (closesAt: Date | null) => {
        start();
        update.mutate({ conversationId, closesAt });
      },
    },
    isBusy: all.some((mutation) => mutation.isPending),
    /** The key of the sentence that says what was done. */
    done: open.isSuccess
      ? ("opened" as const)
      : close.isSuccess
        ? ("closed" as const)
        : update.isSuccess
          ? ("dateChanged" as const)
          : null,
    problem: error ? errorText(error) : null,
  };
}
