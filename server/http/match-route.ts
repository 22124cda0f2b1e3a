import type { Route } from "./route";

export type RouteMatch =
  | { kind: "found"; route: Route; params: Record<string, string> }
  /** The address is ours, the method is not. */
  | { kind: "method"; allow: string[] }
  | { kind: "none" };

interface CompiledRoute {
  route: Route;
  segments: string[];
  takesRest: boolean;
}

/**
 * Prepares a table of routes for matching; the first route that fits wins.
 * @throws URIError from the returned function when a segment is not decodable
 */
export function createMatcher(routes: Route[]): (method: string, path: string) => RouteMatch {
  const compiled = routes.map(compile);
  return (method, path) => {
    const segments = path.split("/");
    const candidates = compiled.filter((candidate) => fits(candidate, segments));
    if (candidates.length === 0) return { kind: "none" };
    const found = candidates.find(({ route }) => serves(route, method));
    if (!found) return { kind: "method", allow: allowedMethods(candidates) };
    return { kind: "found", route: found.route, params: readParams(found, segments) };
  };
}

function compile(route: Route): CompiledRoute {
  const segments = route.pattern.split("/");
  const takesRest = segments.at(-1) === "*";
  return { route, segments: takesRest ? segments.slice(0, -1) : segments, takesRest };
}

function fits({ segments, takesRest }: CompiledRoute, path: string[]): boolean {
  if (takesRest ? path.length <= segments.length : path.length !== segments.length) return false;
  return segments.every((segment, index) =>
    segment.startsWith(":") ? path[index] !== "" : segment === path[index],
  );
}

function serves(route: Route, method: string): boolean {
  if (route.method === "ALL" || route.method === method) return true;
  return method === "HEAD" && route.method === "GET";
}

function allowedMethods(candidates: CompiledRoute[]): string[] {
  const methods = candidates.flatMap(({ route }) =>
    route.method === "GET" ? ["GET", "HEAD"] : [route.method],
  );
  return [...new Set([...methods, "OPTIONS"])];
}

function readParams({ segments, takesRest }: CompiledRoute, path: string[]) {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.startsWith(":")) params[segment.slice(1)] = decodeURIComponent(path[index]!);
  }
  if (takesRest) params.rest = decodeURIComponent(path.slice(segments.length).join("/"));
  return params;
}
