CREATE TABLE "posts"."idempotency" (
	"scope" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_scope_operation_key_pk" PRIMARY KEY("scope","operation","key")
);
--> statement-breakpoint
CREATE TABLE "posts"."list_member" (
	"list_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_member" boolean NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "list_member_list_id_user_id_pk" PRIMARY KEY("list_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."list_ref" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"is_private" boolean NOT NULL,
	"is_deleted" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."muted_words" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"words" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."recount" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posts"."hashtag_item" ADD COLUMN "author_id" uuid;--> statement-breakpoint
UPDATE "posts"."hashtag_item" SET "author_id" = (SELECT "author_id" FROM "posts"."post" WHERE "id" = "post_id");--> statement-breakpoint
ALTER TABLE "posts"."hashtag_item" ALTER COLUMN "author_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "list_id" uuid;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "comment_policy" text DEFAULT 'EVERYONE' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "quote_policy" text DEFAULT 'EVERYONE' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "quoted_post_id" uuid;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "is_counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "posts"."post" SET "is_counted" = true WHERE "visibility" = 'PUBLIC' AND "deleted_at" IS NULL;--> statement-breakpoint
ALTER TABLE "posts"."post" ALTER COLUMN "is_counted" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "notify_on_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "is_blocking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "is_muting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "mutes_notifications" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."user_ref" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."user_ref" ADD COLUMN "role" text DEFAULT 'MEMBER' NOT NULL;--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "posts"."idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "hashtag_item_author" ON "posts"."hashtag_item" USING btree ("hashtag_id","author_id");--> statement-breakpoint
CREATE INDEX "post_author" ON "posts"."post" USING btree ("author_id","visibility","is_counted");--> statement-breakpoint
CREATE INDEX "post_quotes" ON "posts"."post" USING btree ("quoted_post_id","created_at","id") WHERE "posts"."post"."quoted_post_id" is not null;--> statement-breakpoint
CREATE INDEX "post_quotes_by" ON "posts"."post" USING btree ("quoted_post_id","author_id") WHERE "posts"."post"."quoted_post_id" is not null;--> statement-breakpoint
CREATE INDEX "rel_edge_blocking" ON "posts"."rel_edge" USING btree ("source_id","target_id") WHERE "posts"."rel_edge"."is_blocking";--> statement-breakpoint
CREATE INDEX "rel_edge_blocked" ON "posts"."rel_edge" USING btree ("target_id","source_id") WHERE "posts"."rel_edge"."is_blocking";--> statement-breakpoint
CREATE INDEX "rel_edge_muting" ON "posts"."rel_edge" USING btree ("source_id","target_id") WHERE "posts"."rel_edge"."is_muting";
--> statement-breakpoint
CREATE TABLE "posts"."person_erasure" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"erased_count" integer DEFAULT 0 NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "list_member_user" ON "posts"."list_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rel_edge_target" ON "posts"."rel_edge" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "share_ref_actor" ON "posts"."share_ref" USING btree ("actor_id");
