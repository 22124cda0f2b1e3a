import { expect, test } from "vitest";
import { readSignedText } from "./signed-text";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const header = { alg: "EdDSA", typ: "plenum-report+jws", kid: "a" };
const write = (head: object) =>
  `${encode(head)}.${encode("what is signed")}.${encode("a signature")}`;

test("a signature says what it is of, and by which key", () => {
  expect(readSignedText(write(header))).toMatchObject({ type: "plenum-report+jws", keyId: "a" });
});

test("a signature is none where its header makes a condition that is not understood", () => {
  expect(readSignedText(write({ ...header, crit: ["exp"], exp: 1 }))).toBeNull();
  expect(readSignedText(write({ ...header, crit: [] }))).toBeNull();
});
