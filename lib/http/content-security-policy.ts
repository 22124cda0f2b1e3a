/**
 * The policy of a page: everything from this origin, scripts and styles only with the nonce, and
 * nothing from any other host.
 * @param frameAncestors as `frameAncestorsOf` returns it
 */
export function buildContentSecurityPolicy(options: {
  nonce: string;
  frameAncestors: string;
  /** The site is reached by https: then nothing is loaded by http. */
  isHttps: boolean;
  /** React's development tools evaluate strings. */
  isDevelopment: boolean;
}): string {
  const { nonce, frameAncestors, isHttps, isDevelopment } = options;
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    // Otherwise script-src decides, which trusts no address.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

const HOST = /^(?:https?:\/\/)?(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::(?:\d{1,5}|\*))?$/i;

/**
 * Who may show a page in a frame: this site itself and the hosts named; `*` is every site. What is no
 * host is left out, for it could smuggle in another directive.
 */
export function frameAncestorsOf(hosts: readonly string[]): string {
  if (hosts.includes("*")) return "*";
  return ["'self'", ...hosts.filter((host) => HOST.test(host))].join(" ");
}
