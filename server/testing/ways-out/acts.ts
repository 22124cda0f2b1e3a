import type { Twin } from "./make-twins";
import { api, type Way } from "./way";

const send = (rest: string, body: object): Way => ({
  address: (twin) => `${api(twin)}/${rest}`,
  body: () => body,
  tells: false,
});
const submit = (rest: string, fields: Record<string, string> = {}): Way => ({
  address: ({ slug }: Twin) => `/api/manage/c/${slug}/${rest}`,
  form: () => fields,
  tells: false,
});
/** About no conversation. */
const anywhere = (address: string, fields: Record<string, string>): Way => ({
  address: () => address,
  form: () => fields,
  tells: false,
});
const somebody = { email: "nobody@example.org", password: "not their passphrase" };

/**
 * What is sent rather than asked for, by method and pattern: the answer tells of what was done, and of no
 * results. In the order in which it is tried: nobody gets more votes than they had before, but at the end.
 */
export const acts: Record<string, Way[]> = {
  "POST /api/v1/conversations/:slug/votes": [
    { ...send("votes", { votes: [{ statement: 0, value: 1 }] }), draws: true },
    {
      address: (twin) => `${api(twin)}/votes`,
      form: () => ({ statement: "1", value: "1" }),
      tells: false,
      draws: true,
    },
  ],
  "POST /api/v1/conversations/:slug/statements/similar": [
    send("statements/similar", { text: "Statement 1" }),
  ],
  "POST /api/v1/conversations/:slug/me/resume-code": [send("me/resume-code", {})],
  "POST /api/v1/conversations/:slug/me/host-identity": [
    send("me/host-identity", { identity: "somebody" }),
  ],
  "POST /api/v1/conversations/:slug/me/resume": [send("me/resume", { code: "K7MQXDK7M" })],
  "POST /embed/:slug": [
    {
      address: ({ slug }) => `/embed/${slug}?view=both`,
      form: () => ({ token: "none" }),
      tells: false,
      draws: true,
    },
  ],
  "POST /embed/:slug/mine": [
    {
      address: ({ slug }) => `/embed/${slug}/mine`,
      form: () => ({ token: "none" }),
      tells: false,
      draws: true,
    },
  ],
  "POST /api/auth/sign-in/email": [
    { address: () => "/api/auth/sign-in/email", body: () => somebody, tells: false },
  ],
  "POST /api/manage/sign-in": [anywhere("/api/manage/sign-in", somebody)],
  "POST /api/manage/setup": [anywhere("/api/manage/setup", { ...somebody, token: "none" })],
  "POST /api/manage/c/:slug/overlay-token": [submit("overlay-token")],
  "POST /api/manage/c/:slug/host-secret": [submit("host-secret")],
  "POST /api/manage/c/:slug/present": [
    submit("present", { basedOn: "0", act: "reveal" }),
    { ...submit("present", { basedOn: "0", act: "reveal" }), headers: { accept: "text/html" } },
  ],
  "POST /api/manage/c/:slug/join": [
    submit("join", { token: "none", name: "Somebody", password: somebody.password }),
  ],
  "POST /api/manage/c/:slug/people": [submit("people", { email: somebody.email, role: "owner" })],
  "POST /api/manage/c/:slug/people/role": [submit("people/role", { user: "x", role: "owner" })],
  "POST /api/manage/c/:slug/people/remove": [submit("people/remove", { user: "x" })],
  "POST /api/manage/c/:slug/people/withdraw": [submit("people/withdraw", { invitation: "x" })],
  "POST /manage/c/:slug/answers": [
    {
      address: ({ slug }) => `/manage/c/${slug}/answers`,
      form: () => ({ statement: "0", decision: "will-act", reason: "Soon.", basedOn: "0" }),
      tells: false,
    },
  ],
  // A statement has its author's vote, which may be the one that was missing.
  "POST /api/v1/conversations/:slug/statements": [
    { ...send("statements", { text: "Something that nobody has said." }), draws: true },
  ],
  "POST /api/v1/conversations/:slug/me/forget": [send("me/forget", {})],
  "POST /api/v1/conversations/:slug/me/delete": [send("me/delete", { confirm: true })],
  "POST /api/auth/sign-out": [
    { address: () => "/api/auth/sign-out", body: () => ({}), tells: false },
  ],
  "POST /api/manage/sign-out": [anywhere("/api/manage/sign-out", {})],
};
