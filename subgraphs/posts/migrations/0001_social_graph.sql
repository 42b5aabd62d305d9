CREATE TABLE "posts"."list_member" (
	"list_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_member" boolean NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "list_member_list_id_user_id_pk" PRIMARY KEY("list_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "list_id" uuid;--> statement-breakpoint
ALTER TABLE "posts"."post" ADD COLUMN "comment_policy" text DEFAULT 'EVERYONE' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "notify_on_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "is_blocking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "is_muting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "posts"."rel_edge" ADD COLUMN "mutes_notifications" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."user_ref" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posts"."user_ref" ADD COLUMN "role" text DEFAULT 'MEMBER' NOT NULL;--> statement-breakpoint
CREATE INDEX "rel_edge_blocking" ON "posts"."rel_edge" USING btree ("source_id","target_id") WHERE "posts"."rel_edge"."is_blocking";--> statement-breakpoint
CREATE INDEX "rel_edge_blocked" ON "posts"."rel_edge" USING btree ("target_id","source_id") WHERE "posts"."rel_edge"."is_blocking";--> statement-breakpoint
CREATE INDEX "rel_edge_muting" ON "posts"."rel_edge" USING btree ("source_id","target_id") WHERE "posts"."rel_edge"."is_muting";