CREATE TABLE "interactions"."moderation_ref" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"is_removed" boolean NOT NULL,
	"is_limited" boolean NOT NULL,
	"labels" text[] NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "interactions"."comment" ADD COLUMN "is_removed" boolean DEFAULT false NOT NULL;