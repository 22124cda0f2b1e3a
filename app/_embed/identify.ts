import { HostIdentityAnswer } from "@/lib/schemas/own-data";
import { host } from "../_vote/host";
import { tellHost } from "./open-host-line";

const pauseMs = 3_000;

/**
 * Asks who takes part as the person whom the host names, until there is an answer: voting meanwhile
 * under another name would count somebody twice. Refused, they take part without a name.
 */
export async function identify(
  identity: string,
  setToken: (token: string | null) => void,
): Promise<void> {
  const slug = location.pathname.split("/")[2];
  for (;;) {
    const response = await fetch(`/api/v1/conversations/${slug}/me/host-identity`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ identity }),
    }).catch(() => null);
    if (response?.ok) {
      const { key, token } = HostIdentityAnswer.parse(await response.json());
      host.key = key;
      return setToken(token);
    }
    if (response && response.status < 500 && response.status !== 429) {
      return tellHost({ type: "problem", reason: "host-identity-invalid" });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
