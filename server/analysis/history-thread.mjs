// A thread starts without its parent's loader: Node 20 needs tsx here to read TypeScript.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
await import("./answer-history.ts");
