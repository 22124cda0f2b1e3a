// Typst works in native memory, and while it does nothing else in its thread runs.
import { workerData } from "node:worker_threads";

setInterval(() => {
  if (process.memoryUsage.rss() > workerData.limitBytes) process.kill(process.pid, "SIGKILL");
}, 100);
