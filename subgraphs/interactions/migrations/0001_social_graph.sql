CREATE TABLE "interactions"."idempotency" (
	"scope" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_scope_operation_key_pk" PRIMARY KEY("scope","operation","key")
);
--> statement-breakpoint
CREATE TABLE "interactions"."list_member" (
	"list_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_member" boolean NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "list_member_list_id_user_id_pk" PRIMARY KEY("list_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "interactions"."post_removal" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"are_facts_gone" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."recount" (
	"subject_id" uuid NOT NULL,
	"facts" text NOT NULL,
	"after" uuid,
	CONSTRAINT "recount_subject_id_facts_pk" PRIMARY KEY("subject_id","facts")
);
--> statement-breakpoint
ALTER TABLE "interactions"."comment" ADD COLUMN "is_counted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."post_ref" ADD COLUMN "list_id" uuid;--> statement-breakpoint
ALTER TABLE "interactions"."post_ref" ADD COLUMN "comment_policy" text DEFAULT 'EVERYONE' NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."reaction" ADD COLUMN "is_counted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."rel_edge" ADD COLUMN "notify_on_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."rel_edge" ADD COLUMN "is_blocking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."rel_edge" ADD COLUMN "is_muting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."rel_edge" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "interactions"."rel_edge" ADD COLUMN "mutes_notifications" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."share" ADD COLUMN "is_counted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."user_ref" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."user_ref" ADD COLUMN "role" text DEFAULT 'MEMBER' NOT NULL;--> statement-breakpoint
CREATE INDEX "post_removal_due" ON "interactions"."post_removal" USING btree ("are_facts_gone","deleted_at");--> statement-breakpoint
CREATE INDEX "comment_post_author" ON "interactions"."comment" USING btree ("post_id","author_id");--> statement-breakpoint
CREATE INDEX "comment_placeholder" ON "interactions"."comment" USING btree ("list_id") WHERE "interactions"."comment"."state" = 'DELETED';--> statement-breakpoint
CREATE INDEX "comment_uncounted" ON "interactions"."comment" USING btree ("author_id") WHERE not "interactions"."comment"."is_counted";--> statement-breakpoint
CREATE INDEX "reaction_below_post" ON "interactions"."reaction" USING btree ("post_id") WHERE "interactions"."reaction"."target_id" <> "interactions"."reaction"."post_id";--> statement-breakpoint
CREATE INDEX "reaction_uncounted" ON "interactions"."reaction" USING btree ("user_id") WHERE not "interactions"."reaction"."is_counted";--> statement-breakpoint
CREATE INDEX "rel_edge_blocking" ON "interactions"."rel_edge" USING btree ("source_id","target_id") WHERE "interactions"."rel_edge"."is_blocking";--> statement-breakpoint
CREATE INDEX "rel_edge_blocked" ON "interactions"."rel_edge" USING btree ("target_id","source_id") WHERE "interactions"."rel_edge"."is_blocking";--> statement-breakpoint
CREATE INDEX "rel_edge_muting" ON "interactions"."rel_edge" USING btree ("source_id","target_id") WHERE "interactions"."rel_edge"."is_muting";--> statement-breakpoint
CREATE INDEX "share_uncounted" ON "interactions"."share" USING btree ("actor_id") WHERE not "interactions"."share"."is_counted";--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "interactions"."idempotency" USING btree ("created_at");