import { router } from "./init";
import { conversationRouter } from "./routers/conversation";
import { statementRouter } from "./routers/statement";
import { voteRouter } from "./routers/vote";

export const appRouter = router({
  conversation: conversationRouter,
  statement: statementRouter,
  vote: voteRouter,
});

export type AppRouter = typeof appRouter;
