import { notFound } from "next/navigation";
import { cache } from "react";
import { getManagedConversation } from "@/server/services/conversations/get-managed";
import { ServiceError } from "@/server/services/errors";
import { requireSession } from "./session";

/** The conversation of a console page; not found for whoever has no role in it. */
export const loadConversation = cache(async (slug: string) => {
  const { ctx } = await requireSession();
  try {
    return { ctx, conversation: await getManagedConversation(ctx, { slug }) };
  } catch (error) {
    const isHidden =
      error instanceof ServiceError && (error.code === "NOT_FOUND" || error.code === "FORBIDDEN");
    if (isHidden) notFound();
    throw error;
  }
});
