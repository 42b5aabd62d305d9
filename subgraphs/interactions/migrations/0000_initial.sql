CREATE TABLE "interactions"."comment_score_delta" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interactions"."comment_score_delta_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" uuid NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"parent_id" uuid,
	"list_id" uuid GENERATED ALWAYS AS (coalesce(parent_id, post_id)) STORED NOT NULL,
	"depth" smallint NOT NULL,
	"author_id" uuid,
	"text" text,
	"hashtags" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'VISIBLE' NOT NULL,
	"score" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "interactions"."counter_delta" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interactions"."counter_delta_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."counter" (
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counter_subject_id_name_pk" PRIMARY KEY("subject_id","name")
);
--> statement-breakpoint
CREATE TABLE "interactions"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"heard_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."post_ref" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"visibility" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."reaction_removal" (
	"target_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."reaction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reaction_user_target" UNIQUE("user_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "interactions"."rel_edge" (
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"is_following" boolean NOT NULL,
	"followed_at" timestamp (3) with time zone,
	"show_shares" boolean NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "rel_edge_source_id_target_id_pk" PRIMARY KEY("source_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "interactions"."share" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"is_shared" boolean DEFAULT true NOT NULL,
	"shared_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "share_actor_post" UNIQUE("actor_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "interactions"."user_ref" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"avatar" jsonb,
	"is_verified" boolean NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "interactions"."comment" ADD CONSTRAINT "comment_parent_id_comment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "interactions"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_parent" ON "interactions"."comment" USING btree ("parent_id") WHERE "interactions"."comment"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "comment_list_time" ON "interactions"."comment" USING btree ("list_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comment_list_top" ON "interactions"."comment" USING btree ("list_id","score","created_at","id");--> statement-breakpoint
CREATE INDEX "comment_author" ON "interactions"."comment" USING btree ("author_id","created_at","id");--> statement-breakpoint
CREATE INDEX "counter_delta_subject" ON "interactions"."counter_delta" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "inbox_heard" ON "interactions"."inbox" USING btree ("heard_at");--> statement-breakpoint
CREATE INDEX "reaction_target" ON "interactions"."reaction" USING btree ("target_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reaction_target_kind" ON "interactions"."reaction" USING btree ("target_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "reaction_user_posts" ON "interactions"."reaction" USING btree ("user_id","created_at","id") WHERE "interactions"."reaction"."target_id" = "interactions"."reaction"."post_id";--> statement-breakpoint
CREATE INDEX "share_post" ON "interactions"."share" USING btree ("post_id","shared_at","id") WHERE "interactions"."share"."is_shared";--> statement-breakpoint
CREATE INDEX "user_ref_handle" ON "interactions"."user_ref" USING btree (lower("handle"));