import { SMTPServer } from "smtp-server";

export interface TakenMail {
  from: string;
  to: string[];
  /** As it came over the line, headers first. */
  raw: string;
  user: string | undefined;
}

/** A real mail server on this machine that keeps what it takes. */
export async function startSmtpServer(
  options: {
    /** Who may send; without it everybody may. */
    account?: { user: string; pass: string };
    /** Offers no STARTTLS. */
    isPlain?: boolean;
    refuses?(address: string): boolean;
  } = {},
) {
  const { account, isPlain = false, refuses = () => false } = options;
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: isPlain ? ["STARTTLS"] : [],
    allowInsecureAuth: isPlain,
    logger: false,
    onAuth({ username, password }, _session, done) {
      const isRight = username === account?.user && password === account?.pass;
      done(isRight ? null : new Error("Wrong password"), { user: username });
    },
    onRcptTo({ address }, _session, done) {
      done(refuses(address) ? new Error(`No such mailbox: ${address}`) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
          user: typeof session.user === "string" ? session.user : undefined,
        });
        done();
      });
    },
  });
  server.on("error", () => {}); // a client that breaks off
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    port,
    taken,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The words of a mail, whichever of the two usual ways they travelled. */
export function readMail({ raw }: TakenMail): { headers: string; text: string } {
  const [, headers = "", body = ""] = /^([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(raw) ?? [];
  if (/content-transfer-encoding: base64/i.test(headers)) {
    return { headers, text: Buffer.from(body, "base64").toString("utf8") };
  }
  if (!/content-transfer-encoding: quoted-printable/i.test(headers)) return { headers, text: body };
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { headers, text: Buffer.from(bytes, "latin1").toString("utf8") };
}
