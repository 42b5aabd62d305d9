CREATE TABLE "posts"."label_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"preferences" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."moderation_ref" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"is_removed" boolean NOT NULL,
	"is_limited" boolean NOT NULL,
	"labels" text[] NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "moderation" text DEFAULT 'NONE' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "labels" text[] DEFAULT '{}' NOT NULL;