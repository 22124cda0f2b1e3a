import { join } from "node:path";
import { projectRoot } from "../process/project-root";

/** The built script of the service worker; it belongs to the build of the pages. */
export const serviceWorkerFile = join(projectRoot, ".next", "service-worker.js");
