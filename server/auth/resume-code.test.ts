import { expect, test } from "vitest";
import {
  createResumeCode,
  hashResumeCode,
  openToken,
  readResumeCode,
  sealToken,
} from "./resume-code";
import { deriveSecrets } from "./secrets";

const secret = deriveSecrets("a secret of this test, long enough to be one").resumeCode;
const other = deriveSecrets("another secret of this test, as long").resumeCode;

test("a code is three groups of letters that cannot be taken for one another", () => {
  for (let round = 0; round < 200; round += 1) {
    expect(createResumeCode()).toMatch(/^[^0O1IL2Z5S8BUVAEY-]{3}(-[^0O1IL2Z5S8BUVAEY-]{3}){2}$/);
  }
});

test.each(["c3df4gh6j", " C3D f4g.H6J ", "C3D–F4G–H6J", "Ｃ３Ｄ－Ｆ４Ｇ－Ｈ６Ｊ"])(
  "reads %j however it was typed",
  (typed) => {
    expect(readResumeCode(typed)).toBe("C3D-F4G-H6J");
  },
);

test.each(["", "C3D-F4G", "C3D-F4G-H6J-K", "A3D-F4G-H6J", "C3D-F4G-H60"])(
  "takes %j for no code",
  (typed) => {
    expect(readResumeCode(typed)).toBeNull();
  },
);

test("only the code opens the token, in its own conversation and under its own secret", () => {
  const place = { conversationId: 7, code: "C3D-F4G-H6J" };
  const sealedToken = sealToken(secret, { ...place, token: "v1.3.nonce.mac" });
  expect(sealedToken).not.toContain("v1.3");
  expect(openToken(secret, { ...place, sealedToken })).toBe("v1.3.nonce.mac");
  expect(() => openToken(secret, { ...place, code: "C3D-F4G-H6K", sealedToken })).toThrow();
  expect(() => openToken(secret, { ...place, conversationId: 8, sealedToken })).toThrow();
  expect(() => openToken(other, { ...place, sealedToken })).toThrow();
});

test("the kept hash depends on the secret, the conversation and the code", () => {
  const hashes = [
    hashResumeCode(secret, 7, "C3D-F4G-H6J"),
    hashResumeCode(other, 7, "C3D-F4G-H6J"),
    hashResumeCode(secret, 8, "C3D-F4G-H6J"),
    hashResumeCode(secret, 7, "C3D-F4G-H6K"),
  ];
  expect(new Set(hashes).size).toBe(4);
});
