CREATE TABLE "answer_updates" (
	"conversation_id" integer NOT NULL,
	"statement_id" integer NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"text" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"reported_by" text,
	CONSTRAINT "answer_updates_pkey" PRIMARY KEY("conversation_id","statement_id","number")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"conversation_id" integer NOT NULL,
	"statement_id" integer NOT NULL,
	"number" integer NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"due_on" date,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" text,
	CONSTRAINT "answers_pkey" PRIMARY KEY("conversation_id","statement_id","number")
);
--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "common_ground" integer[];--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "answers_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "answer_updates" ADD CONSTRAINT "answer_updates_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_updates" ADD CONSTRAINT "answer_updates_reported_by_users_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;