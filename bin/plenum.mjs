#!/usr/bin/env node
// Node 20 does not strip types: tsx loads the TypeScript sources of the server as they are.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// Before any import: React and Next choose their build by it.
process.env.NODE_ENV = process.argv[2] === "dev" ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
await import("../server/cli.ts");
