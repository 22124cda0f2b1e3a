ALTER TABLE "analyses" ADD COLUMN "is_approximate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "analyses" ALTER COLUMN "positions" SET STORAGE EXTERNAL;
