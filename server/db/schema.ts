import * as account from "@/drizzle/schema/account";
import * as analysis from "@/drizzle/schema/analysis";
import * as answer from "@/drizzle/schema/answer";
import * as audit from "@/drizzle/schema/audit";
import * as conversation from "@/drizzle/schema/conversation";
import * as history from "@/drizzle/schema/history";
import * as instance from "@/drizzle/schema/instance";
import * as invitation from "@/drizzle/schema/invitation";
import * as report from "@/drizzle/schema/report";
import * as resumeCode from "@/drizzle/schema/resume-code";
import * as statement from "@/drizzle/schema/statement";
import * as vote from "@/drizzle/schema/vote";

/** Every table, for drizzle's client. */
export const schema = {
  ...account,
  ...conversation,
  ...statement,
  ...vote,
  ...analysis,
  ...history,
  ...audit,
  ...report,
  ...answer,
  ...resumeCode,
  ...instance,
  ...invitation,
};
