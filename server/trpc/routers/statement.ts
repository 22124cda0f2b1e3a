import {
  ListStatementsInput,
  ModerateStatementInput,
  SeedStatementsInput,
} from "@/lib/schemas/statement-input";
import { listStatementsForModeration } from "@/server/services/statements/list-for-moderation";
import { moderateStatement } from "@/server/services/statements/moderate";
import { seedStatements } from "@/server/services/statements/seed";
import { procedure, router } from "../init";

export const statementRouter = router({
  list: procedure
    .input(ListStatementsInput)
    .query(({ ctx, input }) => listStatementsForModeration(ctx, input)),
  seed: procedure
    .input(SeedStatementsInput)
    .mutation(({ ctx, input }) => seedStatements(ctx, input)),
  moderate: procedure
    .input(ModerateStatementInput)
    .mutation(({ ctx, input }) => moderateStatement(ctx, input)),
});
