import { createTransport } from "nodemailer";
import { log } from "@/server/log";
import { type Mailer, noMailer } from "@/server/services/people/mailer";

/** Somebody waits for the page that says whether it was sent. */
const PATIENCE_MS = 10_000;

/**
 * Sends through the server that SMTP_URL names: `smtps://` with TLS from the start, `smtp://` with
 * STARTTLS where it is offered, and only then where there is a password.
 * @param from the sender; by default the user of the mail server, else plenum@ this instance's host
 */
export function createMailer(options: {
  smtpUrl: string | undefined;
  from: string | undefined;
  publicUrl: string;
}): Mailer {
  const { smtpUrl, publicUrl } = options;
  if (smtpUrl === undefined) return noMailer;
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  const from =
    options.from ?? (user.includes("@") ? user : `plenum@${new URL(publicUrl).hostname}`);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? undefined : Number(url.port),
    secure: url.protocol === "smtps:",
    requireTLS: user !== "" && !isThisMachine(url.hostname),
    ...(user !== "" && { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    isConfigured: true,
    async send({ to, subject, text }) {
      try {
        // As an object, so that nothing in it is taken for a second address.
        await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
        return true;
      } catch (error) {
        log.warn("A mail was not taken.", tellWithoutAddress(error));
        return false;
      }
    },
    close: () => transport.close(),
  };
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}

/** What a mail server says often repeats to whom the mail was. */
function tellWithoutAddress(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  const pick = (name: string) => Reflect.get(error, name);
  return { code: pick("code"), command: pick("command"), responseCode: pick("responseCode") };
}
