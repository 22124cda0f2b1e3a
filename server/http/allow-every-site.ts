import type { ServerResponse } from "node:http";

/** Lets the scripts of every site read an answer, as a stranger: browsers send no cookie with such. */
export function allowEverySite(res: ServerResponse): void {
  res.setHeader("Access-Control-Allow-Origin", "*");
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
}
