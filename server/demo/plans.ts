import type { ConversationPlan } from "./conversation-plan";
import { nightMarket } from "./night-market";
import { schoolStreet } from "./school-street";
import { townCentre } from "./town-centre/town-centre";

/** The conversations of the demonstration, the first one shown first. */
export const demoPlans: ConversationPlan[] = [townCentre, nightMarket, schoolStreet];
