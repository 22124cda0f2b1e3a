CREATE TABLE "live_sessions" (
	"conversation_id" integer PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"is_running" boolean NOT NULL,
	"statement_id" integer,
	"is_open" boolean NOT NULL,
	"closed_at" timestamp with time zone,
	"is_revealed" boolean NOT NULL,
	"shown" integer[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text
);
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;