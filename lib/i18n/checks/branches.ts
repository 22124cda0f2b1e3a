import { listParts, type Part } from "./read-message";

type Branching = Extract<Part, { branches: unknown }>;

/**
 * What is wrong with the branches of a message: a plural needs exactly the forms of its language and
 * every exact number (`=0`) of the English one; a select exactly the English words.
 */
export function checkBranches(original: Part[], translated: Part[], locale: string): string[] {
  const originals = new Map(listBranching(original).map((part) => [part.name, part]));
  return listBranching(translated).flatMap((part) => {
    const model = originals.get(part.name);
    if (!model) return []; // the check of placeholders reports it
    const wanted = part.kind === "select" ? [...model.branches.keys()] : formsOf(part.kind, locale);
    const exact = part.kind === "select" ? [] : [...model.branches.keys()].filter(isExact);
    return compareForms(part, [...wanted, ...exact]);
  });
}

/** The forms that the language tells apart, such as one, few, many and other. */
function formsOf(kind: "plural" | "ordinal", locale: string): string[] {
  const type = kind === "plural" ? "cardinal" : "ordinal";
  return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
}

function compareForms(part: Branching, wanted: string[]): string[] {
  const given = [...part.branches.keys()];
  const missing = wanted.filter((form) => !given.includes(form));
  const foreign = given.filter((form) => !wanted.includes(form) && !isExact(form));
  return [
    ...missing.map((form) => `{${part.name}} lacks the form "${form}"`),
    ...foreign.map((form) => `{${part.name}} has a form "${form}" that does not belong there`),
  ];
}

function listBranching(parts: Part[]): Branching[] {
  return listParts(parts).filter((part): part is Branching => "branches" in part);
}

function isExact(form: string): boolean {
  return form.startsWith("=");
}
