import * as z from "zod/mini";

/** In the order in which they follow; the last two are for good. */
export const pdfSteps = ["waiting", "gathering", "setting", "writing", "ready", "failed"] as const;

/** How far a PDF is. */
export const PdfState = z.object({
  step: z.enum(pdfSteps),
  /** How many are made before it. */
  ahead: z.number(),
});
export type PdfState = z.infer<typeof PdfState>;
