ALTER TABLE "posts"."erasure" RENAME TO "item_removal";--> statement-breakpoint
ALTER TABLE "posts"."item_removal" RENAME CONSTRAINT "erasure_pkey" TO "item_removal_pkey";--> statement-breakpoint
ALTER TABLE "posts"."item_removal" RENAME CONSTRAINT "erasure_post_id_post_id_fk" TO "item_removal_post_id_post_id_fk";--> statement-breakpoint
ALTER TABLE "posts"."recount" RENAME TO "recount_before";--> statement-breakpoint
CREATE TABLE "posts"."recount" (
	"subject_id" uuid NOT NULL,
	"facts" text NOT NULL,
	"after" uuid,
	CONSTRAINT "recount_subject_id_facts_pk" PRIMARY KEY("subject_id","facts")
);
--> statement-breakpoint
INSERT INTO "posts"."recount" ("subject_id", "facts") SELECT DISTINCT "author_id", 'POSTS' FROM "posts"."recount_before";--> statement-breakpoint
DROP TABLE "posts"."recount_before";
--> statement-breakpoint
-- People reach user_ref in more ways than one (events, the hot path, imports, rebuilds): whichever it is, their posts are
-- recounted when their account opens or closes, or when they become known after they published.
CREATE FUNCTION "posts"."request_recount"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF tg_op = 'INSERT' AND NOT EXISTS (
		SELECT FROM "posts"."post"
		WHERE "author_id" = NEW."id" AND "visibility" = 'PUBLIC' AND NOT "is_counted" AND "deleted_at" IS NULL
	) THEN
		RETURN NULL;
	END IF;
	INSERT INTO "posts"."recount" ("subject_id", "facts") VALUES (NEW."id", 'POSTS')
	ON CONFLICT ("subject_id", "facts") DO UPDATE SET "after" = NULL;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "user_ref_known" AFTER INSERT ON "posts"."user_ref"
FOR EACH ROW WHEN (NEW."state" = 'ACTIVE' AND NOT NEW."is_private") EXECUTE FUNCTION "posts"."request_recount"();
--> statement-breakpoint
CREATE TRIGGER "user_ref_openness" AFTER UPDATE ON "posts"."user_ref"
FOR EACH ROW WHEN ((OLD."state" = 'ACTIVE' AND NOT OLD."is_private") <> (NEW."state" = 'ACTIVE' AND NOT NEW."is_private"))
EXECUTE FUNCTION "posts"."request_recount"();
