import { handleHealth } from "./health";
import type { Route } from "./route";

/** Everything that stands on node:http, one line an address; the first that fits wins. */
export const routes: Route[] = [{ method: "GET", pattern: "/api/health", handle: handleHealth }];
