import { Seal } from "./manifest";
import { parseJson, type SignedText } from "./signed-text";

/** What was signed of a report, whoever signed it; null when it is no seal. */
export function readSeal(signed: SignedText | null): Seal | null {
  if (!signed) return null;
  const read = Seal.safeParse(parseJson(new TextDecoder().decode(signed.payload)));
  return read.success ? read.data : null;
}
