import type { PublicKeys } from "@/lib/verify/signed-text";
import type { SignReport } from "./report-context";

/** Signs in the name of this instance, with the key of its data folder. */
export interface Signer {
  /** What a published report says and the votes it follows from: the text of `report.jws`. */
  signReport: SignReport;
  /** @param manifest the bytes of `manifest.json`; returns the text of `signature.jws` */
  signManifest(manifest: Uint8Array): Promise<string>;
  /** Every key this instance has ever signed with, those that were replaced included. */
  listPublicKeys(): Promise<PublicKeys>;
}
