import { verifyFile } from "./verify-file";
import type { VerifyQuestion } from "./verify-message";

// Reads and computes, so that the page can say how far it is: see start-check.ts.
addEventListener("message", ({ data }: MessageEvent<VerifyQuestion>) => {
  void verifyFile(data, (answer) => postMessage(answer));
});
