import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./server/i18n/request.ts",
  // Compiled at build time: the browser gets no message parser.
  experimental: {
    messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true },
  },
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Everybody gets the title in the head: sent apart, a page stands without one for a moment.
  htmlLimitedBots: /.*/,
  // The hot routes stand on node:http before Next; see server/http.
  serverExternalPackages: ["postgres", "better-auth"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
    {
      // Its address holds a secret, which is not to travel on, not even to our own server's log.
      source: "/manage/c/:slug/join",
      headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
    },
  ],
};

const { turbopack, ...rest } = withNextIntl(config);

export default {
  ...rest,
  turbopack: {
    ...turbopack,
    resolveAlias: {
      ...turbopack?.resolveAlias,
      "use-intl/format-message": "./lib/i18n/format-message.ts",
    },
  },
} satisfies NextConfig;
