-- Only what somebody left is recounted, and of that only what is counted otherwise than their account says now: an account
-- without any puts no count in doubt. A recount that is under way begins anew; whoever is at it is waited for, so that
-- what they turned is seen here.
CREATE OR REPLACE FUNCTION "interactions"."request_recount"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	in_use boolean := NEW."state" = 'ACTIVE';
BEGIN
	UPDATE "interactions"."recount" SET "after" = NULL
	WHERE "subject_id" = NEW."id" AND "facts" IN ('COMMENTS', 'REACTIONS', 'SHARES');
	INSERT INTO "interactions"."recount" ("subject_id", "facts")
	SELECT NEW."id", 'COMMENTS' WHERE EXISTS (
		SELECT FROM "interactions"."comment" WHERE "author_id" = NEW."id" AND "is_counted" AND NOT in_use
		UNION ALL SELECT FROM "interactions"."comment" WHERE "author_id" = NEW."id" AND NOT "is_counted" AND in_use
	)
	UNION ALL SELECT NEW."id", 'REACTIONS' WHERE EXISTS (
		SELECT FROM "interactions"."reaction" WHERE "user_id" = NEW."id" AND "is_counted" AND NOT in_use
		UNION ALL SELECT FROM "interactions"."reaction" WHERE "user_id" = NEW."id" AND NOT "is_counted" AND in_use
	)
	UNION ALL SELECT NEW."id", 'SHARES' WHERE EXISTS (
		SELECT FROM "interactions"."share" WHERE "actor_id" = NEW."id" AND "is_counted" AND NOT in_use
		UNION ALL SELECT FROM "interactions"."share" WHERE "actor_id" = NEW."id" AND NOT "is_counted" AND in_use
	)
	ON CONFLICT ("subject_id", "facts") DO UPDATE SET "after" = NULL;
	RETURN NULL;
END $$;
