import {
  CloseConversationInput,
  CreateConversationInput,
  OpenConversationInput,
  UpdateConversationInput,
} from "@/lib/schemas/conversation-input";
import { closeConversation } from "@/server/services/conversations/close";
import { createConversation } from "@/server/services/conversations/create";
import { openConversation } from "@/server/services/conversations/open";
import { updateConversation } from "@/server/services/conversations/update";
import { procedure, router } from "../init";

export const conversationRouter = router({
  create: procedure
    .input(CreateConversationInput)
    .mutation(({ ctx, input }) => createConversation(ctx, input)),
  update: procedure
    .input(UpdateConversationInput)
    .mutation(({ ctx, input }) => updateConversation(ctx, input)),
  open: procedure
    .input(OpenConversationInput)
    .mutation(({ ctx, input }) => openConversation(ctx, input)),
  close: procedure
    .input(CloseConversationInput)
    .mutation(({ ctx, input }) => closeConversation(ctx, input)),
});
