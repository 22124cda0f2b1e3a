#!/usr/bin/env node
// Node 20 does not strip types: tsx loads the TypeScript sources of the server as they are.
import { register } from "tsx/esm/api";

process.env.NODE_ENV ??= "production";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
register();
await import("../server/cli.ts");
