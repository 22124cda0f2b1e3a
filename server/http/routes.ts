import { handleAnalysis } from "./analyses";
import { handleEvents } from "./events";
import { handleHealth } from "./health";
import type { Route } from "./route";
import { handleNextStatements, handleOwnStatements, handleWriteStatement } from "./statements";
import { handleCastVotes, handleOwnVotes } from "./votes";

const conversation = "/api/v1/conversations/:slug";

/** Everything that stands on node:http, one line an address; the first that fits wins. */
export const routes: Route[] = [
  { method: "POST", pattern: `${conversation}/votes`, handle: handleCastVotes },
  { method: "GET", pattern: `${conversation}/votes/mine`, handle: handleOwnVotes },
  { method: "GET", pattern: `${conversation}/next`, handle: handleNextStatements },
  { method: "POST", pattern: `${conversation}/statements`, handle: handleWriteStatement },
  { method: "GET", pattern: `${conversation}/statements/mine`, handle: handleOwnStatements },
  { method: "GET", pattern: `${conversation}/analyses/:version`, handle: handleAnalysis },
  { method: "GET", pattern: `${conversation}/events`, handle: handleEvents },
  { method: "GET", pattern: "/api/health", handle: handleHealth },
];
