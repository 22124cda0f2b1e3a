CREATE TABLE "host_secrets" (
	"conversation_id" integer PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"previous_nonce" text,
	"previous_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "polis_id" text;--> statement-breakpoint
ALTER TABLE "host_secrets" ADD CONSTRAINT "host_secrets_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_polis_id_key" UNIQUE("polis_id");