import { getMessages } from "next-intl/server";

/** The texts that the vote page needs to say where somebody stands, and no others. */
export async function pickStandingMessages() {
  const { map, results, standing } = await getMessages();
  const { agree, disagree, pass, everybody, group, groupNothing, tooFew, noGroupsTitle } = results;
  return {
    standing,
    map: { title: map.title, you: map.you },
    results: { agree, disagree, pass, everybody, group, groupNothing, tooFew, noGroupsTitle },
  };
}
