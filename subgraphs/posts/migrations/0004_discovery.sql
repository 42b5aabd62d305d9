CREATE TABLE "posts"."custom_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_public" boolean NOT NULL,
	"hashtag_keys" text[] NOT NULL,
	"author_ids" uuid[] NOT NULL,
	"list_ids" uuid[] NOT NULL,
	"excluded_words" text[] NOT NULL,
	"sort" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."discoverability" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"is_discoverable" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."disliked_post" (
	"user_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "disliked_post_user_id_post_id_pk" PRIMARY KEY("user_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."engagement" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"reactors" integer DEFAULT 0 NOT NULL,
	"commenters" integer DEFAULT 0 NOT NULL,
	"sharers" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"rank" double precision NOT NULL,
	"fell_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "posts"."hashtag_follow" (
	"user_id" uuid NOT NULL,
	"hashtag_id" uuid NOT NULL,
	"followed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hashtag_follow_user_id_hashtag_id_pk" PRIMARY KEY("user_id","hashtag_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."hashtag_trend" (
	"hashtag_id" uuid PRIMARY KEY NOT NULL,
	"score" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."reduced_author" (
	"user_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reduced_author_user_id_author_id_pk" PRIMARY KEY("user_id","author_id")
);
--> statement-breakpoint
ALTER TABLE "posts"."disliked_post" ADD CONSTRAINT "disliked_post_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."engagement" ADD CONSTRAINT "engagement_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."hashtag_follow" ADD CONSTRAINT "hashtag_follow_hashtag_id_hashtag_id_fk" FOREIGN KEY ("hashtag_id") REFERENCES "posts"."hashtag"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."hashtag_trend" ADD CONSTRAINT "hashtag_trend_hashtag_id_hashtag_id_fk" FOREIGN KEY ("hashtag_id") REFERENCES "posts"."hashtag"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "custom_feed_owner" ON "posts"."custom_feed" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "disliked_post_of" ON "posts"."disliked_post" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "engagement_rank" ON "posts"."engagement" USING btree ("rank","post_id");--> statement-breakpoint
CREATE INDEX "hashtag_follow_of" ON "posts"."hashtag_follow" USING btree ("hashtag_id");--> statement-breakpoint
CREATE INDEX "hashtag_trend_score" ON "posts"."hashtag_trend" USING btree ("score","hashtag_id");--> statement-breakpoint
CREATE INDEX "reduced_author_of" ON "posts"."reduced_author" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "hashtag_item_time" ON "posts"."hashtag_item" USING btree ("sort_at");--> statement-breakpoint
-- What was published before ranks by its age alone until interactions tells more of it.
INSERT INTO "posts"."engagement" ("post_id", "rank")
SELECT "id", extract(epoch FROM "created_at") / 45000 FROM "posts"."post" WHERE "deleted_at" IS NULL;
