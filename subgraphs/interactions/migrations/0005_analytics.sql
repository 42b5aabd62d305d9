CREATE TABLE "interactions"."active_day" (
	"user_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "active_day_user_id_day_pk" PRIMARY KEY("user_id","day")
);
--> statement-breakpoint
CREATE TABLE "interactions"."engagement" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"reactors" integer DEFAULT 0 NOT NULL,
	"commenters" integer DEFAULT 0 NOT NULL,
	"sharers" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"is_due" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."impression" (
	"post_id" uuid NOT NULL,
	"viewer_id" uuid NOT NULL,
	"day" date NOT NULL,
	"surface" text NOT NULL,
	"dwell_ms" integer,
	"is_first" boolean NOT NULL,
	"is_by_follower" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "impression_post_id_viewer_id_day_pk" PRIMARY KEY("post_id","viewer_id","day")
);
--> statement-breakpoint
CREATE TABLE "interactions"."series" (
	"subject_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "series_subject_id_metric_slot_pk" PRIMARY KEY("subject_id","metric","slot")
);
--> statement-breakpoint
CREATE TABLE "interactions"."series_delta" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interactions"."series_delta_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "active_day_day" ON "interactions"."active_day" USING btree ("day");--> statement-breakpoint
CREATE INDEX "engagement_due" ON "interactions"."engagement" USING btree ("post_id") WHERE "interactions"."engagement"."is_due";--> statement-breakpoint
CREATE INDEX "impression_viewer" ON "interactions"."impression" USING btree ("viewer_id","seen_at","post_id");--> statement-breakpoint
CREATE INDEX "series_empty" ON "interactions"."series" USING btree ("subject_id") WHERE "interactions"."series"."value" = 0;--> statement-breakpoint
CREATE INDEX "series_delta_subject" ON "interactions"."series_delta" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "post_ref_author" ON "interactions"."post_ref" USING btree ("author_id");--> statement-breakpoint
-- Series follow the facts wherever these come from: requests, imports, erasures, chunks of background work.
CREATE FUNCTION "interactions"."slot_of"("at" timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_bin('15 minutes', "at", timestamptz '2000-01-01 00:00:00+00');
--> statement-breakpoint
-- Whose series a fact about a post belongs to: the post's, its author's and that of all together.
CREATE FUNCTION "interactions"."add_to_series"("of" text, "posts" uuid[], "times" timestamptz[], "changes" integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "interactions"."series_delta" ("subject_id", "metric", "slot", "value")
	SELECT s.id, "of", "interactions"."slot_of"(f.at), sum(f.change)
	FROM unnest("posts", "times", "changes") AS f(post_id, at, change)
	JOIN "interactions"."post_ref" p ON p."id" = f.post_id
	CROSS JOIN LATERAL (VALUES (p."id"), (p."author_id"), (uuid '00000000-0000-0000-0000-000000000000')) AS s(id)
	GROUP BY 1, 3 HAVING sum(f.change) <> 0;
END $$;
--> statement-breakpoint
-- The same for what is about a person and no post.
CREATE FUNCTION "interactions"."add_to_person"("of" text, "people" uuid[], "times" timestamptz[], "changes" integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "interactions"."series_delta" ("subject_id", "metric", "slot", "value")
	SELECT s.id, "of", "interactions"."slot_of"(f.at), sum(f.change)
	FROM unnest("people", "times", "changes") AS f(person_id, at, change)
	CROSS JOIN LATERAL (VALUES (f.person_id), (uuid '00000000-0000-0000-0000-000000000000')) AS s(id)
	GROUP BY 1, 3 HAVING sum(f.change) <> 0;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."note_active"("people" uuid[], "times" timestamptz[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "interactions"."active_day" ("user_id", "day")
	SELECT DISTINCT f.person_id, (f.at AT TIME ZONE 'UTC')::date FROM unnest("people", "times") AS f(person_id, at)
	ORDER BY 1, 2 ON CONFLICT DO NOTHING;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."count_reactions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_series"('reaction', array_agg("post_id"), array_agg("created_at"), array_agg(change))
	FROM changed WHERE "is_counted" AND "target_id" = "post_id";
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("user_id"), array_agg("created_at")) FROM changed;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."recount_reaction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "interactions"."add_to_series"('reaction', ARRAY[OLD."post_id", NEW."post_id"],
		ARRAY[OLD."created_at", NEW."created_at"], ARRAY[-OLD."is_counted"::integer, NEW."is_counted"::integer]);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "reaction_added" AFTER INSERT ON "interactions"."reaction"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_reactions"();
--> statement-breakpoint
CREATE TRIGGER "reaction_removed" AFTER DELETE ON "interactions"."reaction"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_reactions"();
--> statement-breakpoint
CREATE TRIGGER "reaction_recounted" AFTER UPDATE ON "interactions"."reaction"
FOR EACH ROW WHEN (NEW."target_id" = NEW."post_id"
	AND (OLD."is_counted", OLD."created_at") IS DISTINCT FROM (NEW."is_counted", NEW."created_at"))
EXECUTE FUNCTION "interactions"."recount_reaction"();
--> statement-breakpoint
CREATE FUNCTION "interactions"."count_comments"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_series"('comment', array_agg("post_id"), array_agg("created_at"), array_agg(change))
	FROM changed WHERE "is_counted" AND "author_id" IS NOT NULL;
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("author_id"), array_agg("created_at"))
		FROM changed WHERE "author_id" IS NOT NULL;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."recount_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "interactions"."add_to_series"('comment', ARRAY[OLD."post_id", NEW."post_id"], ARRAY[OLD."created_at", NEW."created_at"],
		ARRAY[-(OLD."is_counted" AND OLD."author_id" IS NOT NULL)::integer, (NEW."is_counted" AND NEW."author_id" IS NOT NULL)::integer]);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "comment_added" AFTER INSERT ON "interactions"."comment"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_comments"();
--> statement-breakpoint
CREATE TRIGGER "comment_removed" AFTER DELETE ON "interactions"."comment"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_comments"();
--> statement-breakpoint
CREATE TRIGGER "comment_recounted" AFTER UPDATE ON "interactions"."comment"
FOR EACH ROW WHEN ((OLD."is_counted", OLD."author_id" IS NULL, OLD."created_at")
	IS DISTINCT FROM (NEW."is_counted", NEW."author_id" IS NULL, NEW."created_at"))
EXECUTE FUNCTION "interactions"."recount_comment"();
--> statement-breakpoint
CREATE FUNCTION "interactions"."count_shares"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_series"('share', array_agg("post_id"), array_agg("shared_at"), array_agg(change))
	FROM changed WHERE "is_counted" AND "is_shared";
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("actor_id"), array_agg("shared_at")) FROM changed;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
-- Who shares again does so at another time.
CREATE FUNCTION "interactions"."recount_share"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "interactions"."add_to_series"('share', ARRAY[OLD."post_id", NEW."post_id"], ARRAY[OLD."shared_at", NEW."shared_at"],
		ARRAY[-(OLD."is_counted" AND OLD."is_shared")::integer, (NEW."is_counted" AND NEW."is_shared")::integer]);
	IF NEW."shared_at" <> OLD."shared_at" THEN
		PERFORM "interactions"."note_active"(ARRAY[NEW."actor_id"], ARRAY[NEW."shared_at"]);
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "share_added" AFTER INSERT ON "interactions"."share"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_shares"();
--> statement-breakpoint
CREATE TRIGGER "share_removed" AFTER DELETE ON "interactions"."share"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_shares"();
--> statement-breakpoint
CREATE TRIGGER "share_recounted" AFTER UPDATE ON "interactions"."share"
FOR EACH ROW WHEN ((OLD."is_counted", OLD."is_shared", OLD."shared_at")
	IS DISTINCT FROM (NEW."is_counted", NEW."is_shared", NEW."shared_at"))
EXECUTE FUNCTION "interactions"."recount_share"();
--> statement-breakpoint
CREATE FUNCTION "interactions"."count_bookmarks"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_series"('bookmark', array_agg("post_id"), array_agg("created_at"), array_agg(change))
	FROM changed WHERE "is_counted";
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("user_id"), array_agg("created_at")) FROM changed;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."recount_bookmark"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "interactions"."add_to_series"('bookmark', ARRAY[OLD."post_id", NEW."post_id"],
		ARRAY[OLD."created_at", NEW."created_at"], ARRAY[-OLD."is_counted"::integer, NEW."is_counted"::integer]);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "bookmark_added" AFTER INSERT ON "interactions"."bookmark"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_bookmarks"();
--> statement-breakpoint
CREATE TRIGGER "bookmark_removed" AFTER DELETE ON "interactions"."bookmark"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_bookmarks"();
--> statement-breakpoint
CREATE TRIGGER "bookmark_recounted" AFTER UPDATE ON "interactions"."bookmark"
FOR EACH ROW WHEN ((OLD."is_counted", OLD."created_at") IS DISTINCT FROM (NEW."is_counted", NEW."created_at"))
EXECUTE FUNCTION "interactions"."recount_bookmark"();
--> statement-breakpoint
-- Rows are added and removed, never changed.
CREATE FUNCTION "interactions"."count_impressions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_series"('impression', array_agg("post_id"), array_agg("seen_at"), array_agg(change)) FROM changed;
	PERFORM "interactions"."add_to_series"('viewer', array_agg("post_id"), array_agg("seen_at"), array_agg(change))
	FROM changed WHERE "is_first";
	PERFORM "interactions"."add_to_series"('follower_impression', array_agg("post_id"), array_agg("seen_at"), array_agg(change))
	FROM changed WHERE "is_by_follower";
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("viewer_id"), array_agg("seen_at")) FROM changed;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "impression_added" AFTER INSERT ON "interactions"."impression"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_impressions"();
--> statement-breakpoint
CREATE TRIGGER "impression_removed" AFTER DELETE ON "interactions"."impression"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_impressions"();
--> statement-breakpoint
CREATE FUNCTION "interactions"."count_followers"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_person"('follower', array_agg("target_id"), array_agg("followed_at"), array_agg(change))
	FROM changed WHERE "is_following" AND "followed_at" IS NOT NULL;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."recount_follower"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "interactions"."add_to_person"('follower', array_agg(f.person_id), array_agg(f.at), array_agg(f.change))
	FROM (VALUES (OLD."target_id", OLD."followed_at", -OLD."is_following"::integer),
		(NEW."target_id", NEW."followed_at", NEW."is_following"::integer)) AS f(person_id, at, change)
	WHERE f.at IS NOT NULL;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "rel_edge_added" AFTER INSERT ON "interactions"."rel_edge"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_followers"();
--> statement-breakpoint
CREATE TRIGGER "rel_edge_removed" AFTER DELETE ON "interactions"."rel_edge"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_followers"();
--> statement-breakpoint
CREATE TRIGGER "rel_edge_recounted" AFTER UPDATE ON "interactions"."rel_edge"
FOR EACH ROW WHEN ((OLD."is_following", OLD."followed_at") IS DISTINCT FROM (NEW."is_following", NEW."followed_at"))
EXECUTE FUNCTION "interactions"."recount_follower"();
--> statement-breakpoint
CREATE FUNCTION "interactions"."count_posts"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
	PERFORM "interactions"."add_to_person"('post', array_agg("author_id"), array_agg("created_at"), array_agg(change))
	FROM changed WHERE "state" = 'LIVE';
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("author_id"), array_agg("created_at")) FROM changed WHERE "state" = 'LIVE';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "interactions"."recount_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM "interactions"."add_to_person"('post', ARRAY[OLD."author_id", NEW."author_id"], ARRAY[OLD."created_at", NEW."created_at"],
		ARRAY[-(OLD."state" = 'LIVE')::integer, (NEW."state" = 'LIVE')::integer]);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "post_ref_added" AFTER INSERT ON "interactions"."post_ref"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_posts"();
--> statement-breakpoint
CREATE TRIGGER "post_ref_removed" AFTER DELETE ON "interactions"."post_ref"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "interactions"."count_posts"();
--> statement-breakpoint
CREATE TRIGGER "post_ref_recounted" AFTER UPDATE ON "interactions"."post_ref"
FOR EACH ROW WHEN ((OLD."state" = 'LIVE', OLD."created_at", OLD."author_id") IS DISTINCT FROM (NEW."state" = 'LIVE', NEW."created_at", NEW."author_id"))
EXECUTE FUNCTION "interactions"."recount_post"();
--> statement-breakpoint
-- What the series would be, counted anew. It says in one place what the triggers above say in many.
CREATE VIEW "interactions"."recounted_series" AS
WITH "fact"("post_id", "metric", "at") AS (
	SELECT "post_id", 'reaction', "created_at" FROM "interactions"."reaction" WHERE "is_counted" AND "target_id" = "post_id"
	UNION ALL SELECT "post_id", 'comment', "created_at" FROM "interactions"."comment" WHERE "is_counted" AND "author_id" IS NOT NULL
	UNION ALL SELECT "post_id", 'share', "shared_at" FROM "interactions"."share" WHERE "is_counted" AND "is_shared"
	UNION ALL SELECT "post_id", 'bookmark', "created_at" FROM "interactions"."bookmark" WHERE "is_counted"
	UNION ALL SELECT "post_id", 'impression', "seen_at" FROM "interactions"."impression"
	UNION ALL SELECT "post_id", 'viewer', "seen_at" FROM "interactions"."impression" WHERE "is_first"
	UNION ALL SELECT "post_id", 'follower_impression', "seen_at" FROM "interactions"."impression" WHERE "is_by_follower"
), "about"("subject_id", "metric", "at") AS (
	SELECT s.id, f."metric", f."at" FROM "fact" f JOIN "interactions"."post_ref" p ON p."id" = f."post_id"
	CROSS JOIN LATERAL (VALUES (p."id"), (p."author_id"), (uuid '00000000-0000-0000-0000-000000000000')) AS s(id)
	UNION ALL
	SELECT s.id, 'follower', r."followed_at" FROM "interactions"."rel_edge" r
	CROSS JOIN LATERAL (VALUES (r."target_id"), (uuid '00000000-0000-0000-0000-000000000000')) AS s(id)
	WHERE r."is_following" AND r."followed_at" IS NOT NULL
	UNION ALL
	SELECT s.id, 'post', p."created_at" FROM "interactions"."post_ref" p
	CROSS JOIN LATERAL (VALUES (p."author_id"), (uuid '00000000-0000-0000-0000-000000000000')) AS s(id)
	WHERE p."state" = 'LIVE'
)
SELECT "subject_id", "metric", "interactions"."slot_of"("at") AS "slot", count(*)::integer AS "value"
FROM "about" GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO "interactions"."series" ("subject_id", "metric", "slot", "value")
SELECT "subject_id", "metric", "slot", "value" FROM "interactions"."recounted_series";
--> statement-breakpoint
INSERT INTO "interactions"."active_day" ("user_id", "day")
SELECT "user_id", ("created_at" AT TIME ZONE 'UTC')::date FROM "interactions"."reaction"
UNION SELECT "author_id", ("created_at" AT TIME ZONE 'UTC')::date FROM "interactions"."comment" WHERE "author_id" IS NOT NULL
UNION SELECT "actor_id", ("shared_at" AT TIME ZONE 'UTC')::date FROM "interactions"."share"
UNION SELECT "user_id", ("created_at" AT TIME ZONE 'UTC')::date FROM "interactions"."bookmark"
UNION SELECT "author_id", ("created_at" AT TIME ZONE 'UTC')::date FROM "interactions"."post_ref" WHERE "state" = 'LIVE';
--> statement-breakpoint
INSERT INTO "interactions"."engagement" ("post_id", "is_due")
SELECT DISTINCT "subject_id", true FROM "interactions"."series"
JOIN "interactions"."post_ref" ON "id" = "subject_id" WHERE "metric" IN ('reaction', 'comment', 'share');
