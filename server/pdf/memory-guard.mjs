// Typst works in native memory, and while it does nothing else in its thread runs.
import { parentPort, workerData } from "node:worker_threads";

function look() {
  if (process.memoryUsage.rss() > workerData.limitBytes) process.kill(process.pid, "SIGKILL");
}

look();
setInterval(look, 100);
parentPort.postMessage("looking");
