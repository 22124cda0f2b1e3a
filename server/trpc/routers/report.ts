import { PublishReportInput, UpdateReportSettingsInput } from "@/lib/schemas/report-settings";
import { publishReport } from "@/server/services/reports/publish";
import { updateReportSettings } from "@/server/services/reports/update-settings";
import { procedure, router } from "../init";

export const reportRouter = router({
  publish: procedure
    .input(PublishReportInput)
    .mutation(({ ctx, input }) => publishReport(ctx, input)),
  updateSettings: procedure
    .input(UpdateReportSettingsInput)
    .mutation(({ ctx, input }) => updateReportSettings(ctx, input)),
});
