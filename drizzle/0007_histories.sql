CREATE TABLE "conversation_histories" (
	"conversation_id" integer NOT NULL,
	"version" integer,
	"vote_seq" bigint,
	"moderation_seq" bigint,
	"steps" "bytea",
	"made_at" timestamp with time zone,
	"made_in_ms" integer,
	"requested_at" timestamp with time zone,
	"done" real DEFAULT 0 NOT NULL,
	"leased_by" text,
	"leased_until" timestamp with time zone,
	CONSTRAINT "conversation_histories_pkey" PRIMARY KEY("conversation_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_histories" ADD CONSTRAINT "conversation_histories_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;