import compile from "icu-minify/compile";

/** A part of a message: text, the number sign of a plural, or something with a name. */
export type Part =
  | { kind: "text"; text: string }
  | { kind: "pound" }
  | { kind: "value" | "number" | "date" | "time"; name: string }
  | { kind: "plural" | "ordinal" | "select"; name: string; branches: Map<string, Part[]> }
  | { kind: "tag"; name: string; children: Part[] };

const branching = { 1: "select", 2: "plural", 3: "ordinal" } as const;
const formatted = { 4: "number", 5: "date", 6: "time" } as const;

/**
 * The parts of a message in ICU syntax.
 * @throws SyntaxError where the syntax is wrong, as for a brace that is not closed
 */
export function readMessage(message: string): Part[] {
  return readNodes(compile(message));
}

/** The compiled form: a text, or a list of texts, number signs (0) and `[name, kind or child, …]`. */
function readNodes(nodes: unknown): Part[] {
  return (Array.isArray(nodes) ? nodes : [nodes]).map(readNode);
}

function readNode(node: unknown): Part {
  if (!Array.isArray(node))
    return node === 0 ? { kind: "pound" } : { kind: "text", text: `${node}` };
  const [name, kind, ...rest] = node;
  if (kind === undefined) return { kind: "value", name };
  if (isKeyOf(branching, kind))
    return { kind: branching[kind], name, branches: readBranches(rest) };
  if (isKeyOf(formatted, kind)) return { kind: formatted[kind], name };
  return { kind: "tag", name, children: readNodes([kind, ...rest]) };
}

function readBranches([branches]: unknown[]): Map<string, Part[]> {
  return new Map(Object.entries(branches ?? {}).map(([key, nodes]) => [key, readNodes(nodes)]));
}

function isKeyOf<Table extends object>(table: Table, key: unknown): key is keyof Table {
  return typeof key === "number" && Object.hasOwn(table, key);
}

/** Every part of a message with those inside it, outermost first. */
export function listParts(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [part, ...listParts(innerParts(part))]);
}

function innerParts(part: Part): Part[] {
  if ("children" in part) return part.children;
  return "branches" in part ? [...part.branches.values()].flat() : [];
}
