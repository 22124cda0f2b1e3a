import { host } from "../_vote/host";
import { tellHost } from "./open-host-line";

/**
 * Lets the vote in this frame use the page around it; to be called before the vote is drawn.
 * @param hash of the frame's address, where that page hands over: the `token` of an earlier visit, the
 *   signed `identity` of its reader, or that it wants to `keep` the token itself
 */
export function fillHost(hash: string): void {
  const keepToken = (token: string | null) => {
    host.token = token;
    tellHost({ type: "token", token });
  };
  host.keepToken = keepToken;
  host.onWrote = () => tellHost({ type: "wrote" });
  host.onVoted = (voted, total) => {
    tellHost({ type: "voted", voted, total });
    if (voted === total) tellHost({ type: "done", voted, total });
  };
  if (!isHandedOver(hash)) return;
  const given = new URLSearchParams(hash.slice(1));
  const identity = given.get("identity");
  let token = given.get("token");
  const keep = (next: string | null) => {
    token = next;
    if (!identity) keepToken(next);
  };
  if (identity) host.hash = hash;
  else host.token = token;
  host.keeper = { read: () => token, keep, forget: () => keep(null) };
  if (!identity) return;
  token = null; // whom the host names is asked for anew with every page
  host.identified = import("./identify").then((module) => module.identify(identity, keep));
}

/** Takes it out of the address, where somebody could copy it; the router has to have started before. */
export function clearHash(): void {
  if (isHandedOver(location.hash)) {
    history.replaceState(history.state, "", location.pathname + location.search);
  }
}

function isHandedOver(hash: string): boolean {
  return /^#(token|identity|keep)=/.test(hash);
}
