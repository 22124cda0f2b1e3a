import type { Route } from "@/server/http/route";
import { acts } from "./acts";
import { pageWays } from "./page-ways";
import { mutations, queries } from "./procedure-ways";
import { routeWays } from "./route-ways";

/** Everything that the server answers, as it says so itself. */
export interface Everything {
  /** Addresses in Next's manifest. */
  pages: string[];
  routes: Pick<Route, "method" | "pattern">[];
  /** Names of tRPC's procedures. */
  procedures: string[];
}

/** What nothing is tried of, and what is tried but is not there any more. */
export function findUncovered({ pages, routes, procedures }: Everything): {
  untried: string[];
  gone: string[];
} {
  const there = [
    ...pages,
    ...routes.map(({ method, pattern }) => `${method} ${pattern}`),
    ...procedures.map((name) => `tRPC ${name}`),
  ];
  const tried = [
    ...Object.keys({ ...pageWays, ...routeWays, ...acts }),
    ...Object.keys({ ...queries, ...mutations }).map((name) => `tRPC ${name}`),
  ];
  return {
    untried: [...new Set(there)].filter((name) => !tried.includes(name)),
    gone: tried.filter((name) => !there.includes(name)),
  };
}
