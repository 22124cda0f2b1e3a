CREATE TABLE "resume_codes" (
	"conversation_id" integer NOT NULL,
	"participant_id" integer NOT NULL,
	"code_hash" text NOT NULL,
	"sealed_token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "resume_codes_pkey" PRIMARY KEY("conversation_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "analysis_queue" ADD COLUMN "deletion_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_queue" ADD COLUMN "deleted_votes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "resume_codes" ADD CONSTRAINT "resume_codes_participant_fk" FOREIGN KEY ("conversation_id","participant_id") REFERENCES "public"."participants"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "resume_codes_code_hash_key" ON "resume_codes" USING btree ("conversation_id","code_hash");