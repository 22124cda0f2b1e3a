import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { readMail, startSmtpServer } from "@/server/testing/smtp-server";
import { createMailer } from "./create-mailer";

const mail = {
  to: "official@city.example",
  subject: "Einladung: 夜市的未來\r\nBcc: everybody@example.org",
  text: "لقد دُعيت.\n\nhttps://plenum.example/manage/c/x/join?token=abc_def-0123456789\n\n.\nEnd.",
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(options: Parameters<typeof startSmtpServer>[0] = {}) {
  const server = await startSmtpServer(options);
  closing.push(server.close);
  return server;
}

function mailerFor(smtpUrl: string | undefined, from?: string) {
  const mailer = createMailer({ smtpUrl, from, publicUrl: "https://plenum.example:8443" });
  closing.push(mailer.close);
  return mailer;
}

test("a mail server takes the mail, to one address, with every letter as it was", async () => {
  const server = await start({ isPlain: true });
  const mailer = mailerFor(`smtp://127.0.0.1:${server.port}`);
  expect(mailer.isConfigured).toBe(true);
  expect(await mailer.send(mail)).toBe(true);
  const [taken] = server.taken;
  expect(taken).toMatchObject({ from: "plenum@plenum.example", to: [mail.to] });
  const { headers, text } = readMail(taken!);
  expect(text.replaceAll("\r\n", "\n").trim()).toBe(mail.text);
  expect(headers).not.toMatch(/^bcc:/im);
  expect(headers).toMatch(/^subject: =\?utf-8\?/im);
});

test("an address is never taken for several", async () => {
  const server = await start({ isPlain: true });
  const mailer = mailerFor(`smtp://127.0.0.1:${server.port}`);
  await mailer.send({ ...mail, to: "a@example.org, b@example.org" });
  expect(server.taken.flatMap(({ to }) => to)).not.toContain("b@example.org");
});

test("with a user it signs in, and the user is the sender unless another is named", async () => {
  const account = { user: "plenum@city.example", pass: "p@ss/word" };
  const server = await start({ account, isPlain: true });
  const login = `${encodeURIComponent(account.user)}:${encodeURIComponent(account.pass)}`;
  const url = `smtp://${login}@127.0.0.1:${server.port}`;
  expect(await mailerFor(url).send(mail)).toBe(true);
  expect(await mailerFor(url, "Town hall <hall@city.example>").send(mail)).toBe(true);
  expect(server.taken).toMatchObject([
    { user: account.user, from: account.user },
    { user: account.user, from: "hall@city.example" },
  ]);
  expect(await mailerFor(url.replace("p%40ss", "wrong")).send(mail)).toBe(false);
  expect(server.taken).toHaveLength(2);
});

test("a password is not sent in the clear to another machine", async () => {
  const server = await start({ isPlain: true, account: { user: "u", pass: "p" } });
  // Not loopback by its name, though it leads there.
  const mailer = mailerFor(`smtp://u:p@0.0.0.0:${server.port}`);
  expect(await mailer.send(mail)).toBe(false);
  expect(server.taken).toEqual([]);
});

test("a server whose certificate nobody vouches for gets nothing, not even in the clear", async () => {
  const server = await start(); // offers STARTTLS with a certificate of its own making
  expect(await mailerFor(`smtp://127.0.0.1:${server.port}`).send(mail)).toBe(false);
  expect(server.taken).toEqual([]);
});

test("a refusal, or no server at all, is said and logged without address, link or password", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const server = await start({ isPlain: true, refuses: () => true });
  expect(await mailerFor(`smtp://127.0.0.1:${server.port}`).send(mail)).toBe(false);
  const port = await freePort();
  expect(await mailerFor(`smtp://u:secret-word@127.0.0.1:${port}`).send(mail)).toBe(false);
  const logged = written.mock.calls.map(([line]) => String(line)).join("");
  written.mockRestore();
  expect(logged.match(/A mail was not taken/g)).toHaveLength(2);
  expect(logged).toContain("550");
  expect(logged).not.toMatch(/official@city|token=|secret-word/);
});

test("without SMTP_URL nothing is sent", async () => {
  const mailer = mailerFor(undefined);
  expect(mailer.isConfigured).toBe(false);
  expect(await mailer.send(mail)).toBe(false);
});

/** Of a server that has just gone. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
