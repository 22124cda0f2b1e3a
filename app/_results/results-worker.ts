import { fetchResults, type ResultsRequest } from "./fetch-results";

// Reads and lays out each new analysis, so that the page has only to draw: see results-reader.ts.
addEventListener("message", async ({ data }: MessageEvent<ResultsRequest>) => {
  const never = new AbortController().signal;
  postMessage(await fetchResults(data, never).catch(() => null));
});
