ALTER TABLE "conversations" ADD COLUMN "join_code" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_join_code_key" UNIQUE("join_code");