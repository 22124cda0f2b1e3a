import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { proxy } from "./proxy";

vi.mock("@/server/runtime", () => ({
  getRuntime: () => ({ publicUrl: "http://localhost:3000" }),
}));

/** The language that the page is told was chosen. */
async function chosenBy(query: string): Promise<string | null> {
  const response = await proxy(new NextRequest(`http://localhost:3000/${query}`));
  return response.headers.get("x-middleware-request-x-plenum-lang");
}

test("a page is told the language that its address asks for", async () => {
  expect(await chosenBy("?lang=zh-Hant")).toBe("zh-Hant");
  expect(await chosenBy("?lang=pt-br")).toBe("pt-BR");
  expect(await chosenBy("")).toBe("");
});

test("a page is told the token of a link that works once, and nothing that only looks like one", async () => {
  const tokenOf = async (query: string) => {
    const response = await proxy(new NextRequest(`http://localhost:3000/${query}`));
    return response.headers.get("x-middleware-request-x-plenum-token");
  };
  expect(await tokenOf("?token=a_b-C9&lang=de")).toBe("a_b-C9");
  for (const token of ["%E4%B8%AD", "a%26b", "a%0D%0Ab", "a".repeat(101)]) {
    expect(await tokenOf(`?token=${token}`), token).toBe("");
  }
});

test("an address that asks for no language of ours is none that breaks the page", async () => {
  for (const lang of ["xx", "%00", "%E4%B8%AD", "%F0%9F%98%80", "ar%22%20onload"]) {
    expect(await chosenBy(`?lang=${lang}`), lang).toBe("");
  }
});
