import { listParts, type Part } from "./read-message";

type Branching = Extract<Part, { branches: unknown }>;

/** Numbers of every plural form of every language, those that begin with millions included. */
const examples = [...Array.from({ length: 131 }, (_, n) => n), 1_000, 1_000_000, 2_000_000];

/**
 * What a translation has lost or added: placeholders and tags, by name and kind; those that English
 * shows in every case and the translation only in some; and the number of a plural. A form that
 * stands for one number alone may leave it out ("two votes" is one word in Arabic); a form that
 * stands for several may not, unless English never shows it.
 */
export function checkPlaceholders(original: Part[], translated: Part[], locale: string): string[] {
  const [wanted, given] = [new Set(listNames(original)), new Set(listNames(translated))];
  const always = namesInEveryCase(translated);
  return [
    ...[...wanted].filter((name) => !given.has(name)).map((name) => `has lost ${name}`),
    ...[...given].filter((name) => !wanted.has(name)).map((name) => `invents ${name}`),
    ...[...namesInEveryCase(original)]
      .filter((name) => given.has(name) && !always.has(name))
      .map((name) => `has ${name} in some forms only`),
    ...checkNumbers(original, translated, locale),
  ];
}

function checkNumbers(original: Part[], translated: Part[], locale: string): string[] {
  const shown = new Set(
    listPlurals(original)
      .filter(({ branches }) => showsNumber(branches.get("other") ?? []))
      .map(({ name }) => name),
  );
  return listPlurals(translated)
    .filter(({ name }) => shown.has(name))
    .flatMap((plural) =>
      [...plural.branches]
        .filter(([form, parts]) => !showsNumber(parts) && countNumbers(plural, form, locale) > 1)
        .map(([form]) => `{${plural.name}}: "${form}" stands for several numbers and shows no #`),
    );
}

/** How many of the examples a form stands for. */
function countNumbers({ branches }: Branching, form: string, locale: string): number {
  if (form.startsWith("=")) return 1;
  const rules = new Intl.PluralRules(locale);
  return examples.filter((n) => !branches.has(`=${n}`) && rules.select(n) === form).length;
}

function namesInEveryCase(parts: Part[]): Set<string> {
  const names = parts.flatMap((part) => {
    if ("children" in part)
      return [...listNames([{ ...part, children: [] }]), ...namesInEveryCase(part.children)];
    if (!("branches" in part)) return listNames([part]);
    const [first = new Set<string>(), ...others] = [...part.branches.values()].map(
      namesInEveryCase,
    );
    return [...first].filter((name) => others.every((other) => other.has(name)));
  });
  return new Set(names);
}

function listNames(parts: Part[]): string[] {
  return listParts(parts).flatMap((part) => {
    if (part.kind === "text" || part.kind === "pound") return [];
    if (part.kind === "tag") return `<${part.name}>`;
    return part.kind === "value" ? `{${part.name}}` : `{${part.name}, ${part.kind}}`;
  });
}

function listPlurals(parts: Part[]): Branching[] {
  return listParts(parts).filter((part): part is Branching => part.kind === "plural");
}

function showsNumber(branch: Part[]): boolean {
  return branch.some(
    (part) => part.kind === "pound" || ("children" in part && showsNumber(part.children)),
  );
}
