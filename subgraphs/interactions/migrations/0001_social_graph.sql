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
--> statement-breakpoint
-- People reach user_ref in more ways than one (events, the hot path, imports, rebuilds): whichever it is, what somebody
-- left is recounted when their account goes out of use or comes back, or when they become known after they left it.
CREATE FUNCTION "interactions"."request_recount"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'INSERT' AND NOT EXISTS (
		SELECT FROM "interactions"."reaction" WHERE "user_id" = NEW."id" AND NOT "is_counted"
		UNION ALL SELECT FROM "interactions"."share" WHERE "actor_id" = NEW."id" AND NOT "is_counted"
		UNION ALL SELECT FROM "interactions"."comment" WHERE "author_id" = NEW."id" AND NOT "is_counted"
	) THEN
		RETURN NULL;
	END IF;
	INSERT INTO "interactions"."recount" ("subject_id", "facts")
	SELECT NEW."id", "facts" FROM unnest(ARRAY['REACTIONS', 'SHARES', 'COMMENTS']) AS "facts"
	ON CONFLICT ("subject_id", "facts") DO UPDATE SET "after" = NULL;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "user_ref_known" AFTER INSERT ON "interactions"."user_ref"
FOR EACH ROW WHEN (NEW."state" = 'ACTIVE') EXECUTE FUNCTION "interactions"."request_recount"();
--> statement-breakpoint
CREATE TRIGGER "user_ref_state" AFTER UPDATE ON "interactions"."user_ref"
FOR EACH ROW WHEN ((OLD."state" = 'ACTIVE') <> (NEW."state" = 'ACTIVE')) EXECUTE FUNCTION "interactions"."request_recount"();
--> statement-breakpoint
INSERT INTO "interactions"."post_removal" ("post_id") SELECT "id" FROM "interactions"."post_ref" WHERE "state" = 'DELETED';
--> statement-breakpoint
CREATE TABLE "interactions"."person_erasure" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"erased_count" integer DEFAULT 0 NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "list_member_user" ON "interactions"."list_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rel_edge_target" ON "interactions"."rel_edge" USING btree ("target_id");
