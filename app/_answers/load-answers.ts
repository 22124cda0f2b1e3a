import { cache } from "react";
import { loadReader } from "@/app/_results/load-reader";
import type { PublicAnswers } from "@/lib/answers/answer";
import { listAnswers } from "@/server/services/answers/list-answers";

/** What is answered, for somebody who may see results; null where nothing is to be answered yet. */
export const loadAnswers = cache(async (slug: string): Promise<PublicAnswers | null> => {
  const { context, conversation, isDisclosed } = await loadReader(slug);
  if (!isDisclosed) return null;
  const answers = await listAnswers(context, { conversation });
  return answers.answers.length > 0 || answers.dueAt !== null ? answers : null;
});
