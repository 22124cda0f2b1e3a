import { ExportError } from "@/lib/verify/open-export";
import { portableCryptography } from "@/lib/verify/portable-cryptography";
import { verifyExport } from "@/lib/verify/verify-export";
import { type ByteSource, ZipError } from "@/lib/verify/zip-directory";
import type { VerifyAnswer, VerifyFailure, VerifyQuestion } from "./verify-message";

/** Checks a file of this device; it is read where it lies, a part at a time. */
export async function verifyFile(
  { file, keys }: VerifyQuestion,
  answer: (answer: VerifyAnswer) => void,
): Promise<void> {
  try {
    const verification = await verifyExport({
      source: toSource(file),
      cryptography: portableCryptography,
      trusted: { keys, from: "server" },
      onProgress: (progress) => answer({ kind: "progress", progress }),
    });
    answer({ kind: "done", verification });
  } catch (error) {
    answer({ kind: "failure", reason: explain(error) });
  }
}

function toSource(file: File): ByteSource {
  return {
    size: file.size,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

function explain(error: unknown): VerifyFailure {
  if (error instanceof ExportError) return "not-export";
  if (error instanceof ZipError) return error.reason === "no-zip" ? "not-export" : "damaged";
  return "broken-off";
}
