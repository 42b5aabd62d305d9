CREATE TABLE "posts"."counter_delta" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "posts"."counter_delta_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."counter" (
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counter_subject_id_name_pk" PRIMARY KEY("subject_id","name")
);
--> statement-breakpoint
CREATE TABLE "posts"."erasure" (
	"post_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."feed_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sort_at" timestamp (3) with time zone NOT NULL,
	"post_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."hashtag_item" (
	"hashtag_id" uuid NOT NULL,
	"sort_at" timestamp (3) with time zone NOT NULL,
	"post_id" uuid NOT NULL,
	CONSTRAINT "hashtag_item_hashtag_id_sort_at_post_id_pk" PRIMARY KEY("hashtag_id","sort_at","post_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."hashtag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "hashtag_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "posts"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"heard_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"alt_text" text
);
--> statement-breakpoint
CREATE TABLE "posts"."post_revision" (
	"post_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_revision_post_id_revision_pk" PRIMARY KEY("post_id","revision")
);
--> statement-breakpoint
CREATE TABLE "posts"."post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"facets" jsonb NOT NULL,
	"language" text,
	"visibility" text NOT NULL,
	"hashtag_ids" uuid[] NOT NULL,
	"has_media" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts"."rel_edge" (
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"is_following" boolean NOT NULL,
	"followed_at" timestamp (3) with time zone,
	"show_shares" boolean NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "rel_edge_source_id_target_id_pk" PRIMARY KEY("source_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."share_ref" (
	"post_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"is_shared" boolean NOT NULL,
	"sort_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "share_ref_post_id_actor_id_pk" PRIMARY KEY("post_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "posts"."user_ref" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"avatar" jsonb,
	"is_verified" boolean NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posts"."erasure" ADD CONSTRAINT "erasure_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."feed_item" ADD CONSTRAINT "feed_item_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."hashtag_item" ADD CONSTRAINT "hashtag_item_hashtag_id_hashtag_id_fk" FOREIGN KEY ("hashtag_id") REFERENCES "posts"."hashtag"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."hashtag_item" ADD CONSTRAINT "hashtag_item_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."media" ADD CONSTRAINT "media_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts"."post_revision" ADD CONSTRAINT "post_revision_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_delta_subject" ON "posts"."counter_delta" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "feed_item_lane" ON "posts"."feed_item" USING btree ("actor_id","kind","sort_at","id");--> statement-breakpoint
CREATE INDEX "feed_item_post" ON "posts"."feed_item" USING btree ("post_id","sort_at","id","actor_id");--> statement-breakpoint
CREATE INDEX "hashtag_item_post" ON "posts"."hashtag_item" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "inbox_heard" ON "posts"."inbox" USING btree ("heard_at");--> statement-breakpoint
CREATE INDEX "media_post" ON "posts"."media" USING btree ("post_id","position");--> statement-breakpoint
CREATE INDEX "user_ref_handle" ON "posts"."user_ref" USING btree (lower("handle"));