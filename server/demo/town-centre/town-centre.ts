import type { ConversationPlan } from "../conversation-plan";
import { added } from "./added";
import { asked } from "./asked";

/** A town that does not exist talks about its centre. Written for this demonstration. */
export const townCentre: ConversationPlan = {
  slug: "town-centre",
  title: "What should our town centre be like in ten years?",
  description:
    "Lindenford is about to redraw the plan for its centre. Vote on what others have said, and add " +
    "what is missing. The council will answer, in public, every point on which all groups agree.",
  language: "en",
  settings: {
    askedBy: "Lindenford Town Council (a made-up town)",
    publicVotes: true,
    answerDays: 60,
  },
  // Those who want fewer cars and more room to walk, cycle and sit; those who live from customers that
  // come by car; and those who have lived here for long and want it calm, affordable and recognisable.
  campShares: [0.42, 0.31, 0.27],
  participants: 600,
  seed: 20_260_301,
  statements: [...asked, ...added],
};
