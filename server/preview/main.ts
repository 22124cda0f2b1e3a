import { setPriority } from "node:os";
import { log } from "@/server/log";
import { abortWithParent } from "@/server/process/parent-channel";
import type { PaintJob } from "@/server/services/previews/painter";
import { paintPreview, paintSvg } from "./paint";

/** The child process that paints: whatever a picture costs or breaks, requests are answered. */
abortWithParent().addEventListener("abort", () => process.exit(0));
setPriority(10); // votes come first

process.on("message", (job: PaintJob) => {
  try {
    process.send?.(job.kind === "preview" ? paintPreview(job.content) : paintSvg(job.svg));
  } catch (error) {
    log.error("A picture broke the painter.", { error });
    process.exit(1);
  }
});
