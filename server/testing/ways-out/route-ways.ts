import { exportFiles } from "@/server/export/export-files";
import type { Twin } from "./make-twins";
import { onStage } from "./tells";
import { api, everywhere, page, type Way } from "./way";

const read = (rest: string, more: Partial<Way> = {}): Way => ({
  address: (twin) => `${api(twin)}/${rest}`,
  tells: true,
  ...more,
});
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

/** The routes of server/http, by method and pattern. */
export const routeWays: Record<string, Way[]> = {
  "GET /api/v1/conversations/:slug/votes/mine": [read("votes/mine", { tells: false })],
  "GET /api/v1/conversations/:slug/next": [read("next", { tells: false, draws: true })],
  "GET /api/v1/conversations/:slug/statements/mine": [read("statements/mine", { tells: false })],
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
    read("qr-code.png", {
      tells: false,
      pick: () => "",
      isBlind: "It holds the address, painted.",
    }),
  ],
  "GET /c/:slug/report.pdf": [page("/report.pdf", { tells: true, isCostly: true })],
  "GET /c/:slug/poster.pdf": [page("/poster.pdf")],
  "GET /api/v1/conversations/:slug/report-pdfs/:key": [read("report-pdfs/x", { tells: false })],
  "GET /api/v1/conversations/:slug/history/:version": [read("history/latest")],
  "GET /api/v1/conversations/:slug/overlay": [
    ...["map", "lower-third", "ticker", "full"].map((layout) =>
      read(`overlay?layout=${layout}`, { isForAll: true, isOverlay: true }),
    ),
  ],
  "GET /api/v1/conversations/:slug/session": [read("session", { tells: onStage })],
  "GET /api/v1/conversations/:slug/events": [
    read("events?after=0", { listenMs: 400, shows: /event: analysis/, isOverlay: true }),
  ],
  // Its procedures are a list of their own.
  "ALL /api/trpc/*": [everywhere("/api/trpc/none")],
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
  // Leads to the embed, which is tried.
  "GET /polis/:id": [{ address: ({ slug }) => `/polis/${slug}`, tells: false, draws: true }],
  "GET /j/:code": [{ address: ({ code }) => `/j/${code}`, tells: false }],
  "GET /oembed": [oembed("", {}), oembed("/results", {}), oembed("/report", {})],
  "GET /api/health": [everywhere("/api/health")],
  "GET /.well-known/plenum-keys.json": [everywhere("/.well-known/plenum-keys.json")],
  "GET /sw.js": [everywhere("/sw.js")],
};
