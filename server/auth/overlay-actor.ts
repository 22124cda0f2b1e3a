import { hashOverlayToken } from "../auth/overlay-token";
import type { Actor } from "../services/context";

const TOKEN = /^[\da-f]{64}$/;

/** For whom an overlay looks on: nobody but its link says, for a stream has no one who signs in. */
export function readOverlayActor(token: string | null | undefined): Actor {
  if (!token || !TOKEN.test(token)) return { kind: "anonymous" };
  return { kind: "overlay", tokenHash: hashOverlayToken(token) };
}
