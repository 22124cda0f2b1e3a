ALTER TABLE "reports" ADD COLUMN "vote_list_salt" text;--> statement-breakpoint
-- Kept histories place people one by one; they are made anew when they are asked for.
DELETE FROM "conversation_histories";
