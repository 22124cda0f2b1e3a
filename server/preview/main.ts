import { setPriority } from "node:os";
import { log } from "@/server/log";
import { abortWithParent } from "@/server/process/parent-channel";
import type { PaintJob } from "@/server/services/previews/painter";
import { drawMap, paintPreview, paintSvg } from "./paint";

/** The child process that paints: whatever a picture costs or breaks, requests are answered. */
abortWithParent().addEventListener("abort", () => process.exit(0));
setPriority(10); // votes come first

process.on("message", (job: PaintJob) => {
  try {
    process.send?.(paint(job));
  } catch (error) {
    log.error("A picture broke the painter.", { error });
    process.exit(1);
  }
});

function paint(job: PaintJob): Buffer {
  if (job.kind === "preview") return paintPreview(job.content, job.width);
  return job.kind === "map" ? drawMap(job.content) : paintSvg(job.svg);
}
