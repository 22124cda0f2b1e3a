import { exportFiles } from "@/server/export/export-files";
import type { Twin } from "./make-twins";

/** One way by which something leaves the server. */
export interface Way {
  address(twin: Twin): string;
  /** Sent with POST. */
  body?: (twin: Twin) => object;
  /** Whether it tells of results: then who may see them is told different things of two twins. */
  tells: boolean;
  /** What somebody who may see results is told, and nobody else; without it, any difference will do. */
  shows?: RegExp;
  /** The same for everybody: what a stranger may not see, a member is not told here either. */
  isForAll?: boolean;
  /** Statements in it are drawn by lot. */
  draws?: boolean;
  /** It costs seconds: made once, for a stranger. */
  isCostly?: boolean;
  /** It never ends: what comes within so many ms. */
  listenMs?: number;
  /** What of an answer is about a twin, where it is about others too. */
  pick?(text: string, twin: Twin): string;
}

const api = ({ slug }: Twin) => `/api/v1/conversations/${slug}`;
const page = (rest: string, more: Partial<Way> = {}): Way => ({
  address: ({ slug }) => `/c/${slug}${rest}`,
  tells: false,
  ...more,
});
const manage = (rest: string): Way => ({
  address: ({ slug }) => `/manage/c/${slug}${rest}`,
  tells: false,
});
const read = (rest: string, more: Partial<Way> = {}): Way => ({
  address: (twin) => `${api(twin)}/${rest}`,
  tells: true,
  ...more,
});
const everywhere = (path: string): Way => ({ address: () => path, tells: false });
const oembed = (rest: string, more: Partial<Way>): Way => ({
  address: ({ slug }) => `/oembed?url=${encodeURIComponent(`{origin}/c/${slug}${rest}`)}`,
  tells: false,
  isForAll: true,
  ...more,
});
const findEntries = (text: string, { slug }: Twin) =>
  text
    .split("<entry>")
    .filter((entry) => entry.includes(`/c/${slug}/`))
    .join("\n");

/** It holds the address, and that is all that it is made from. */
const noPicture = () => "";

/** The pages, by their address in Next's manifest. */
export const pageWays: Record<string, Way[]> = {
  "/": [
    {
      address: ({ title }) => `/?q=${title}&lang=en`,
      tells: true,
      isForAll: true,
    },
  ],
  "/c/[slug]": [page("", { draws: true }), page("?voted=1&left=0", { draws: true })],
  "/c/[slug]/results": [
    page("/results", { tells: true }),
    page("/results?view=table", { tells: true }),
    page("/results?statement=2", { tells: true }),
  ],
  "/c/[slug]/report": [page("/report", { tells: true }), page("/report?version=live")],
  "/c/[slug]/report/pdf": [page("/report/pdf")],
  "/c/[slug]/mine": [page("/mine", { draws: true })],
  "/c/[slug]/my-data": [page("/my-data")],
  "/c/[slug]/resume": [page("/resume")],
  "/c/[slug]/share": [page("/share")],
  "/embed/[slug]": [
    { address: ({ slug }) => `/embed/${slug}`, tells: false, draws: true },
    { address: ({ slug }) => `/embed/${slug}?view=results`, tells: false, draws: true },
    { address: ({ slug }) => `/embed/${slug}?view=both`, tells: false, draws: true },
  ],
  "/embed/[slug]/mine": [
    { address: ({ slug }) => `/embed/${slug}/mine`, tells: false, draws: true },
  ],
  "/overlay/[slug]": [
    ...["map", "lower-third", "ticker", "full"].map((layout) => ({
      address: ({ slug }: Twin) => `/overlay/${slug}?layout=${layout}`,
      // The others begin with a statement on which both crowds are divided.
      tells: layout === "map" || layout === "full",
      isForAll: true,
    })),
  ],
  "/manage/c/[slug]": [manage("")],
  "/manage/c/[slug]/answers": [manage("/answers")],
  "/manage/c/[slug]/overlay": [manage("/overlay")],
  "/manage/c/[slug]/people": [manage("/people")],
  "/manage/c/[slug]/present": [manage("/present")],
  "/manage/c/[slug]/report": [manage("/report")],
  "/manage/c/[slug]/settings": [manage("/settings")],
  "/manage/c/[slug]/share": [manage("/share")],
  "/manage/c/[slug]/statements": [manage("/statements")],
  "/manage/c/[slug]/join": [manage("/join")],
  "/j": [{ address: ({ code }) => `/j?code=${code}`, tells: false }],
  "/j/[code]": [everywhere("/j/no-code")],
  "/manage": [everywhere("/manage")],
  "/manage/new": [everywhere("/manage/new")],
  "/manage/setup": [everywhere("/manage/setup")],
  "/manage/sign-in": [everywhere("/manage/sign-in")],
  "/verify": [everywhere("/verify")],
  "/icon.svg": [everywhere("/icon.svg")],
  "/_not-found": [everywhere("/no-such-page")],
  "/_global-error": [],
};

/** The routes of server/http, by method and pattern. */
export const routeWays: Record<string, Way[]> = {
  "GET /api/v1/conversations/:slug/votes/mine": [read("votes/mine", { tells: false })],
  "GET /api/v1/conversations/:slug/next": [read("next", { tells: false, draws: true })],
  "GET /api/v1/conversations/:slug/statements/mine": [read("statements/mine", { tells: false })],
  "POST /api/v1/conversations/:slug/statements/similar": [
    {
      address: (twin) => `${api(twin)}/statements/similar`,
      body: () => ({ text: "Statement 1" }),
      tells: false,
    },
  ],
  "GET /api/v1/conversations/:slug/me": [read("me", { tells: false })],
  "GET /api/v1/conversations/:slug/analyses/:version": [
    read("analyses/latest"),
    { address: (twin) => `${api(twin)}/analyses/${twin.version}`, tells: true },
  ],
  "GET /api/v1/conversations/:slug/analyses/:version/statements/:statement": [
    {
      address: (twin) => `${api(twin)}/analyses/${twin.version}/statements/0`,
      tells: true,
      shows: /"areas":\[\{/,
    },
  ],
  "GET /api/v1/conversations/:slug/preview/:file": [
    read("preview/any.png", { isForAll: true, shows: /preview\/[1-9]/ }),
    read("preview/1-whatever.png", { isForAll: true, shows: /preview\/[1-9]/ }),
  ],
  "GET /api/v1/conversations/:slug/qr-code.svg": [read("qr-code.svg", { tells: false })],
  "GET /api/v1/conversations/:slug/qr-code.png": [
    read("qr-code.png", { tells: false, pick: noPicture }),
  ],
  "GET /c/:slug/report.pdf": [page("/report.pdf", { tells: true, isCostly: true })],
  // Printed by the same means as the report, from nothing but the title and the addresses.
  "GET /c/:slug/poster.pdf": [page("/poster.pdf", { pick: noPicture })],
  "GET /api/v1/conversations/:slug/report-pdfs/:key": [read("report-pdfs/x", { tells: false })],
  "GET /api/v1/conversations/:slug/history/:version": [read("history/latest", { tells: false })],
  "GET /api/v1/conversations/:slug/overlay": [
    ...["map", "lower-third", "ticker", "full"].map((layout) =>
      read(`overlay?layout=${layout}`, { isForAll: true }),
    ),
  ],
  "GET /api/v1/conversations/:slug/session": [read("session", { tells: false })],
  "GET /api/v1/conversations/:slug/events": [
    read("events?after=0", { listenMs: 400, shows: /event: analysis/ }),
  ],
  "ALL /api/trpc/*": [
    {
      address: ({ id }) =>
        `/api/trpc/statement.list?input=${encodeURIComponent(JSON.stringify({ json: { conversationId: id } }))}`,
      tells: false,
    },
  ],
  "GET /api/v1/conversations/:slug/export/:file": ["export.zip", ...Object.keys(exportFiles)].map(
    (file) => read(`export/${file}`, { tells: file === "analysis.json", isCostly: true }),
  ),
  "GET /c/:slug/answers.atom": [page("/answers.atom", { tells: false })],
  "GET /answers.atom": [
    {
      address: () => "/answers.atom?lang=en",
      tells: false,
      isForAll: true,
      pick: findEntries,
    },
  ],
  "GET /directory.csv": [
    { address: ({ title }) => `/directory.csv?q=${title}`, tells: false, isForAll: true },
  ],
  "GET /j/:code": [{ address: ({ code }) => `/j/${code}`, tells: false }],
  // Leads to the embed, which is tried.
  "GET /polis/:id": [{ address: ({ slug }) => `/polis/${slug}`, tells: false, draws: true }],
  "GET /oembed": [oembed("", {}), oembed("/results", {}), oembed("/report", {})],
  "GET /api/health": [everywhere("/api/health")],
  "GET /.well-known/plenum-keys.json": [everywhere("/.well-known/plenum-keys.json")],
  "GET /sw.js": [everywhere("/sw.js")],
  ...Object.fromEntries(listActs().map((act) => [act, []])),
};

/**
 * What is sent to these is done, and the answer tells of nothing but that. (What a vote and a statement are
 * answered with is compared while those who take part are made.)
 */
function listActs(): string[] {
  return [
    "POST /api/v1/conversations/:slug/votes",
    "POST /api/v1/conversations/:slug/statements",
    "POST /api/v1/conversations/:slug/me/delete",
    "POST /api/v1/conversations/:slug/me/forget",
    "POST /api/v1/conversations/:slug/me/resume-code",
    "POST /api/v1/conversations/:slug/me/host-identity",
    "POST /api/v1/conversations/:slug/me/resume",
    "POST /api/auth/sign-in/email",
    "POST /api/auth/sign-out",
    "POST /api/manage/sign-in",
    "POST /api/manage/sign-out",
    "POST /api/manage/setup",
    "POST /api/manage/c/:slug/overlay-token",
    "POST /api/manage/c/:slug/host-secret",
    "POST /api/manage/c/:slug/present",
    // Answer with the page of the same address, which is tried.
    "POST /embed/:slug",
    "POST /embed/:slug/mine",
    "POST /api/manage/c/:slug/join",
    "POST /api/manage/c/:slug/people",
    "POST /api/manage/c/:slug/people/role",
    "POST /api/manage/c/:slug/people/remove",
    "POST /api/manage/c/:slug/people/withdraw",
    "POST /manage/c/:slug/answers",
  ];
}
