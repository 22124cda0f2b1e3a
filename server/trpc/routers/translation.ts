import {
  EnterTranslationInput,
  ImportTranslationsInput,
  ListTranslationsInput,
  RemoveTranslationInput,
} from "@/lib/schemas/translation";
import { enterTranslation } from "@/server/services/translations/enter";
import { importTranslations } from "@/server/services/translations/import";
import { listTranslations } from "@/server/services/translations/list";
import { removeTranslation } from "@/server/services/translations/remove";
import { procedure, router } from "../init";

export const translationRouter = router({
  list: procedure
    .input(ListTranslationsInput)
    .query(({ ctx, input }) => listTranslations(ctx, input)),
  enter: procedure
    .input(EnterTranslationInput)
    .mutation(({ ctx, input }) => enterTranslation(ctx, input)),
  remove: procedure
    .input(RemoveTranslationInput)
    .mutation(({ ctx, input }) => removeTranslation(ctx, input)),
  import: procedure
    .input(ImportTranslationsInput)
    .mutation(({ ctx, input }) => importTranslations(ctx, input)),
});
