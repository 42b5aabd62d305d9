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
