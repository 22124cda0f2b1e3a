import type { Encoding } from "../services/analyses/encoded-analyses";

/** Brotli, then gzip, unless the client gives it the weight 0. */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  const accepted = new Set(
    String(header ?? "")
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(";")[0]!.trim()),
  );
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") ? "gzip" : "identity";
}
