import { getMessages } from "next-intl/server";

/** The texts that the live parts need in the browser, and no others. */
export async function pickResultsMessages() {
  const { map, history, results, standing, translation } = await getMessages();
  return { map, history, results, standing, translation };
}
