CREATE TABLE "statement_translations" (
	"conversation_id" integer NOT NULL,
	"statement_id" integer NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"origin" text NOT NULL,
	"translated_by" text,
	"translated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statement_translations_pkey" PRIMARY KEY("conversation_id","statement_id","locale")
);
--> statement-breakpoint
ALTER TABLE "analysis_queue" ADD COLUMN "translation_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "statement_translations" ADD CONSTRAINT "statement_translations_translated_by_users_id_fk" FOREIGN KEY ("translated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_translations" ADD CONSTRAINT "statement_translations_statement_fkey" FOREIGN KEY ("conversation_id","statement_id") REFERENCES "public"."statements"("conversation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "drop_outdated_translations"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "statement_translations" WHERE "conversation_id" = NEW."conversation_id" AND "statement_id" = NEW."id";
  UPDATE "analysis_queue" SET "translation_seq" = "translation_seq" + 1 WHERE "conversation_id" = NEW."conversation_id";
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER "statements_text_changed" AFTER UPDATE OF "text" ON "statements"
FOR EACH ROW WHEN (OLD."text" IS DISTINCT FROM NEW."text") EXECUTE FUNCTION "drop_outdated_translations"();
