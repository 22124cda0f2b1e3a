import { expect, test } from "vitest";
import { embedAddress, frameCode, scriptCode } from "./embed-code";
import { parseEmbedOptions } from "./embed-options";

const embed = {
  publicUrl: "https://plenum.example",
  slug: "city-square",
  title: 'Trees & "benches" <now>',
  options: parseEmbedOptions({ view: "both", accent: "ffcc00", parts: "title,map" }),
  lang: "de",
};

test("the code names what was chosen, and nothing in a title breaks out of it", () => {
  expect(scriptCode(embed)).toBe(
    '<plenum-conversation slug="city-square" view="both" accent="ffcc00" parts="title,map" lang="de" style="display:block;min-height:max(920px,1940px - 200vw)">' +
      '<a href="https://plenum.example/c/city-square">Trees &amp; &quot;benches&quot; &lt;now&gt;</a>' +
      "</plenum-conversation>\n" +
      '<script async src="https://plenum.example/embed.js"></script>',
  );
  expect(frameCode(embed)).toContain('title="Trees &amp; &quot;benches&quot; &lt;now&gt;"');
});

test("without a choice two lines with the slug are all", () => {
  const plain = { ...embed, title: "Trees", options: parseEmbedOptions({}), lang: null };
  expect(scriptCode(plain)).toContain(
    '<plenum-conversation slug="city-square" style="display:block;min-height:max(920px,1940px - 200vw)"><a',
  );
  // Results in words are taller than any screen.
  const both = { ...plain, options: parseEmbedOptions({ view: "both" }) };
  expect(scriptCode(both)).toContain('min-height:max(920px,1940px - 200vw,100vh)"');
  expect(embedAddress(plain)).toBe("https://plenum.example/embed/city-square");
});
