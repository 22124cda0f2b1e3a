import { canonicalJson } from "./canonical-json";
import type { Finding } from "./finding";
import { keysName, type Manifest, manifestSignatureName, type Seal, sealName } from "./manifest";
import type { OpenedExport } from "./open-export";
import { readSeal } from "./read-seal";
import type { Cryptography } from "./sha256";
import {
  checkSignature,
  PublicKeys,
  parseJson,
  readSignedText,
  type SignedText,
  type SignedType,
} from "./signed-text";
import type { KeySource, Verification } from "./verification";

export interface SignatureCheck {
  /** Of the worse one: that of the manifest or, of a published report, that of the report. */
  state: Verification["signature"]["state"];
  keyId: string | null;
  keys: KeySource;
  /** What was signed when the report was published; null where nothing was, or the signature is wrong. */
  seal: Seal | null;
  findings: Finding[];
}

/** The keys that are believed, and those that came along. */
interface Keys {
  trusted: { keys: PublicKeys; from: Exclude<KeySource, "zip" | "none"> } | null;
  enclosed: PublicKeys | null;
}

type State = SignatureCheck["state"];

const fromBestToWorst: readonly State[] = ["valid", "unknown-key", "missing", "wrong"];

/** Checks the signature on the manifest and, of a published report, the one on the report. */
export function checkSignatures(
  cryptography: Cryptography,
  given: { opened: OpenedExport; texts: ReadonlyMap<string, string>; trusted: Keys["trusted"] },
): SignatureCheck {
  const { opened, texts, trusted } = given;
  const enclosed = PublicKeys.safeParse(parseJson(texts.get(keysName) ?? ""));
  const keys: Keys = { trusted, enclosed: enclosed.success ? enclosed.data : null };
  const onManifest = check(cryptography, opened.manifestSignature, "plenum-manifest+jws", keys);
  const isOfManifest =
    !onManifest.signed || isSameBytes(onManifest.signed.payload, opened.manifestBytes);
  const manifestState = isOfManifest ? onManifest.state : "wrong";
  const findings = tell(manifestState, manifestSignatureName);
  const about = { keyId: onManifest.signed?.keyId ?? null, keys: onManifest.keys };
  if (!opened.manifest.report) return { state: manifestState, ...about, seal: null, findings };

  const onReport = check(cryptography, texts.get(sealName) ?? null, "plenum-report+jws", keys);
  const seal = onReport.state === "wrong" ? null : readSeal(onReport.signed);
  const reportState = onReport.signed && !seal ? "wrong" : onReport.state;
  findings.push(...tell(reportState, sealName));
  if (seal && !isOfReport(seal, opened.manifest)) {
    findings.push({ code: "manifest-contradicts-seal", file: sealName });
  }
  const state = fromBestToWorst.findLast((one) => one === manifestState || one === reportState)!;
  return { state, ...about, seal, findings };
}

interface Checked {
  state: State;
  keys: KeySource;
  signed: SignedText | null;
}

function check(
  cryptography: Cryptography,
  text: string | null,
  type: SignedType,
  { trusted, enclosed }: Keys,
): Checked {
  if (text === null) return { state: "missing", keys: "none", signed: null };
  const signed = readSignedText(text);
  if (signed?.type !== type) return { state: "wrong", keys: "none", signed: null };
  const byTrusted = trusted ? checkSignature(cryptography, signed, trusted.keys) : "unknown-key";
  if (trusted && byTrusted !== "unknown-key") {
    return { state: byTrusted, keys: trusted.from, signed };
  }
  const byEnclosed = enclosed ? checkSignature(cryptography, signed, enclosed) : "unknown-key";
  // Whoever changed the file could have put a key of their own beside it: that it fits is no proof.
  if (trusted && byEnclosed === "valid")
    return { state: "unknown-key", keys: trusted.from, signed };
  return { state: byEnclosed, keys: enclosed ? "zip" : "none", signed };
}

function tell(state: State, file: string): Finding[] {
  return state === "valid" ? [] : [{ code: `signature-${state}`, file }];
}

function isOfReport(seal: Seal, { conversation, report, analysis }: Manifest): boolean {
  return (
    seal.conversation === conversation.slug &&
    seal.number === report?.number &&
    seal.publishedAt === report.publishedAt &&
    seal.analysisVersion === analysis?.version &&
    canonicalJson(seal.algorithm) === canonicalJson(analysis.algorithm)
  );
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
