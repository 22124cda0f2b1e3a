import type { Twin } from "./make-twins";
import type { Way } from "./way";

type Input = (twin: Twin) => Record<string, unknown>;

const ask = (name: string, input: Input): Way => ({
  address: (twin) => `/api/trpc/${name}?${new URLSearchParams({ input: wrap(input(twin)) })}`,
  tells: false,
});
const tell = (name: string, input: Input): Way => ({
  address: () => `/api/trpc/${name}`,
  body: (twin) => JSON.parse(wrap(input(twin))),
  tells: false,
});
const wrap = (input: Record<string, unknown>) => JSON.stringify({ json: input });
const conversation = ({ id }: Twin) => ({ conversationId: id });
const statement = ({ id }: Twin) => ({ conversationId: id, statementId: 0 });

/** The queries of tRPC, by their names. */
export const queries: Record<string, Way> = {
  "statement.list": ask("statement.list", conversation),
  "translation.list": ask("translation.list", statement),
};

/** Its mutations: tried by those only who may not see results, and so may not do these either. */
export const mutations: Record<string, Way> = {
  "conversation.create": tell("conversation.create", () => ({ title: "Another" })),
  "conversation.update": tell("conversation.update", conversation),
  "conversation.open": tell("conversation.open", conversation),
  "conversation.close": tell("conversation.close", conversation),
  "report.publish": tell("report.publish", conversation),
  "report.updateSettings": tell("report.updateSettings", conversation),
  "statement.seed": tell("statement.seed", (twin) => ({ ...conversation(twin), texts: ["More"] })),
  "statement.moderate": tell("statement.moderate", (twin) => ({
    ...statement(twin),
    from: "accepted",
    to: "rejected",
  })),
  "translation.enter": tell("translation.enter", (twin) => ({
    ...statement(twin),
    locale: "fr",
    text: "Autre",
  })),
  "translation.remove": tell("translation.remove", (twin) => ({
    ...statement(twin),
    locale: "fr",
  })),
  "translation.import": tell("translation.import", (twin) => ({
    ...conversation(twin),
    csv: "statement,locale,text\n",
  })),
  "vote.cast": {
    ...tell("vote.cast", ({ slug }) => ({ slug, votes: [{ statement: 0, value: 1 }] })),
    draws: true,
  },
};
