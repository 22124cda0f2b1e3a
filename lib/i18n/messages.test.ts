import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFaults } from "./checks/find-faults";
import { locales } from "./locales";
import { flattenMessages, loadMessages } from "./testing/messages";

const english = flattenMessages(loadMessages("en").messages);
const written = locales
  .map(({ tag }) => tag)
  .filter((tag) => existsSync(join(import.meta.dirname, "messages", `${tag}.json`)));

// One language: npx vitest run --project unit lib/i18n/messages -t "^ar:"
describe.each(written)("%s:", (tag) => {
  const { reviewed, messages } = loadMessages(tag);

  test("its texts are complete and well-formed", () => {
    expect(findFaults(english, flattenMessages(messages), tag)).toEqual([]);
  });

  test.each([
    ["vote.undo", "vote.undoLabel"],
    ["manage.translations.remove", "manage.translations.removeOf"],
  ])("whoever says what is written on %s is understood", (written, spoken) => {
    const texts = flattenMessages(messages);
    const textOf = (key: string) => texts.get(key)!.toLocaleLowerCase(tag);
    expect(textOf(spoken)).toContain(textOf(written)); // WCAG 2.5.3
  });

  test("it says whether a native speaker has signed it", () => {
    expect(reviewed).toBeTypeOf("boolean");
  });
});
