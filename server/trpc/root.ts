import { router } from "./init";
import { conversationRouter } from "./routers/conversation";
import { statementRouter } from "./routers/statement";
import { translationRouter } from "./routers/translation";
import { voteRouter } from "./routers/vote";

export const appRouter = router({
  conversation: conversationRouter,
  statement: statementRouter,
  translation: translationRouter,
  vote: voteRouter,
});

export type AppRouter = typeof appRouter;
