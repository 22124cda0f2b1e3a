import { createRequire } from "node:module";

/** What we use of @myriaddreamin/typst-ts-node-compiler 0.7, whose package of types we do not install. */
export interface TypstCompiler {
  compile(source: { mainFileContent: string; inputs: Record<string, string> }): {
    readonly result: TypstDocument | null;
    takeError(): { readonly shortDiagnostics: object[] } | null;
  };
  /** @throws Error when the document does not keep to the standard */
  pdf(
    document: TypstDocument,
    options: { pdfStandard?: "ua-1"; creationTimestamp: number },
  ): Buffer;
  /** Forgets what was worked out more than so many compilations ago. */
  evictCache(age: number): void;
}

export interface TypstDocument {
  readonly numOfPages: number;
}

interface TypstBinding {
  NodeCompiler: {
    create(options: { fontArgs: { fontPaths: string[] }[] }): TypstCompiler;
  };
}

const require = createRequire(import.meta.url);

/** @throws Error where there is no binding for this platform */
export function openTypst(fontPaths: string[]): TypstCompiler {
  const { NodeCompiler } = requireBinding();
  return NodeCompiler.create({ fontArgs: [{ fontPaths }] });
}

/** npm installs the one that fits; which one that is, it does not say. */
function requireBinding(): TypstBinding {
  const platform = `${process.platform}-${process.arch}`;
  const names = ["", "-gnu", "-musl", "-msvc"].map((library) => platform + library);
  for (const name of names) {
    try {
      return require(`@myriaddreamin/typst-ts-node-compiler-${name}`);
    } catch {
      // Of another C library, or not installed: the next one may be.
    }
  }
  throw new Error(`There is no Typst for ${platform} in node_modules.`);
}
