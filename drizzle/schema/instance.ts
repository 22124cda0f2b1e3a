import { pgTable, text } from "drizzle-orm/pg-core";

/** Facts about this instance, such as the keyed hash that refuses a wrong PLENUM_SECRET. */
export const instanceFacts = pgTable("instance_facts", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});
