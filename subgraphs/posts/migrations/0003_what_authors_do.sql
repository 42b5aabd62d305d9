CREATE TABLE "posts"."draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "posts"."pin" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"pinned_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."poll_vote" (
	"poll_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"choices" smallint[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "poll_vote_poll_id_voter_id_pk" PRIMARY KEY("poll_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."poll" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"options" text[] NOT NULL,
	"is_multiple" boolean NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "poll_post" UNIQUE("post_id")
);
--> statement-breakpoint
ALTER TABLE "posts"."post_revision" ADD COLUMN "content_warning" text;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "content_warning" text;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "is_sensitive" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "has_poll" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "thread_root_id" uuid;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "thread_index" smallint;--> statement-breakpoint
ALTER TABLE "posts"."pin" ADD CONSTRAINT "pin_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."poll_vote" ADD CONSTRAINT "poll_vote_poll_id_poll_id_fk" FOREIGN KEY ("poll_id") REFERENCES "posts"."poll"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."poll" ADD CONSTRAINT "poll_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_user" ON "posts"."draft" USING btree ("user_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "draft_schedule" ON "posts"."draft" USING btree ("user_id","scheduled_for","id") WHERE "posts"."draft"."scheduled_for" is not null;--> statement-breakpoint
CREATE INDEX "draft_due" ON "posts"."draft" USING btree ("due_at","id") WHERE "posts"."draft"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "pin_author" ON "posts"."pin" USING btree ("author_id","pinned_at","post_id");--> statement-breakpoint
CREATE INDEX "poll_vote_voter" ON "posts"."poll_vote" USING btree ("voter_id","poll_id");--> statement-breakpoint
CREATE INDEX "poll_author" ON "posts"."poll" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "post_thread" ON "posts"."post" USING btree ("thread_root_id","thread_index") WHERE "posts"."post"."thread_root_id" is not null;