import { fetchProgramme, type ProgrammeRequest } from "./fetch-programme";

// Reads and lays out what is new, so that the picture on air has only to be drawn: see programme-reader.ts.
addEventListener("message", async ({ data }: MessageEvent<ProgrammeRequest>) => {
  const never = new AbortController().signal;
  try {
    postMessage({ shown: await fetchProgramme(data, never) });
  } catch {
    postMessage(null);
  }
});
