import type { Twin } from "./make-twins";
import { ofOwnStatements, onAir } from "./tells";
import { everywhere, page, type Way } from "./way";

const manage = (rest: string): Way => ({
  address: ({ slug }) => `/manage/c/${slug}${rest}`,
  tells: false,
});

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
  "/c/[slug]/mine": [page("/mine", { tells: ofOwnStatements, draws: true })],
  "/c/[slug]/my-data": [page("/my-data")],
  "/c/[slug]/resume": [page("/resume")],
  "/c/[slug]/share": [page("/share")],
  "/embed/[slug]": [
    { address: ({ slug }) => `/embed/${slug}`, tells: false, draws: true },
    { address: ({ slug }) => `/embed/${slug}?view=results`, tells: true },
    { address: ({ slug }) => `/embed/${slug}?view=both`, tells: true, draws: true },
  ],
  "/embed/[slug]/mine": [
    { address: ({ slug }) => `/embed/${slug}/mine`, tells: ofOwnStatements, draws: true },
  ],
  "/overlay/[slug]": [
    ...["map", "lower-third", "ticker", "full"].map((layout) => ({
      address: ({ slug }: Twin) => `/overlay/${slug}?layout=${layout}`,
      tells: onAir(layout),
      isForAll: true,
      isOverlay: true,
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
