import { router } from "./init";
import { conversationRouter } from "./routers/conversation";
import { reportRouter } from "./routers/report";
import { statementRouter } from "./routers/statement";
import { translationRouter } from "./routers/translation";
import { voteRouter } from "./routers/vote";

export const appRouter = router({
  conversation: conversationRouter,
  report: reportRouter,
  statement: statementRouter,
  translation: translationRouter,
  vote: voteRouter,
});

export type AppRouter = typeof appRouter;
