CREATE TABLE "report_settings" (
	"conversation_id" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_settings_pkey" PRIMARY KEY("conversation_id")
);
--> statement-breakpoint
CREATE TABLE "report_votes" (
	"conversation_id" integer NOT NULL,
	"report_number" integer NOT NULL,
	"participant_id" integer NOT NULL,
	"group_id" integer,
	"votes" integer NOT NULL,
	"lines" "bytea" NOT NULL,
	CONSTRAINT "report_votes_pkey" PRIMARY KEY("conversation_id","report_number","participant_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"conversation_id" integer NOT NULL,
	"number" integer NOT NULL,
	"analysis_version" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text,
	"content" jsonb NOT NULL,
	"vote_list_sha256" text NOT NULL,
	"withdrawn_votes" integer DEFAULT 0 NOT NULL,
	"signature" text,
	CONSTRAINT "reports_pkey" PRIMARY KEY("conversation_id","number")
);
--> statement-breakpoint
ALTER TABLE "report_settings" ADD CONSTRAINT "report_settings_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_votes" ADD CONSTRAINT "report_votes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_analysis_fkey" FOREIGN KEY ("conversation_id","analysis_version") REFERENCES "public"."analyses"("conversation_id","version") ON DELETE no action ON UPDATE no action;