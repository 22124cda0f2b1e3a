import * as z from "zod/mini";
import { CastVotesInput } from "@/lib/schemas/vote";
import { castVotes } from "@/server/services/votes/cast";
import { procedure, router } from "../init";

const NEXT_STATEMENTS = 10;

export const voteRouter = router({
  /** The same service and schema as POST /api/v1/conversations/{slug}/votes. */
  cast: procedure
    .input(z.extend(CastVotesInput, { slug: z.string().check(z.maxLength(200)) }))
    .mutation(async ({ ctx, input: { slug, ...body } }) => {
      const { credentials } = ctx;
      const cast = { slug, body, credentials, count: NEXT_STATEMENTS };
      const { conversationId, answer } = await castVotes(ctx, cast);
      ctx.rememberParticipant({ conversationId, token: answer.participant.token });
      return answer;
    }),
});
