CREATE INDEX "impression_day" ON "interactions"."impression" USING btree ("day");
--> statement-breakpoint
-- Impressions of before are settled: what series counted of them stays, whether they are there or not, and is not recounted.
CREATE FUNCTION "interactions"."unsettled_since"() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN ((now() AT TIME ZONE 'UTC')::date - 90)::timestamp AT TIME ZONE 'UTC';
--> statement-breakpoint
-- Rows are added and removed, never changed.
CREATE OR REPLACE FUNCTION "interactions"."count_impressions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	change integer := CASE tg_op WHEN 'DELETE' THEN -1 ELSE 1 END;
	since timestamptz := CASE tg_op WHEN 'DELETE' THEN "interactions"."unsettled_since"() ELSE '-infinity' END;
BEGIN
	PERFORM "interactions"."add_to_series"('impression', array_agg("post_id"), array_agg("seen_at"), array_agg(change))
	FROM changed WHERE "seen_at" >= since;
	PERFORM "interactions"."add_to_series"('viewer', array_agg("post_id"), array_agg("seen_at"), array_agg(change))
	FROM changed WHERE "seen_at" >= since AND "is_first";
	PERFORM "interactions"."add_to_series"('follower_impression', array_agg("post_id"), array_agg("seen_at"), array_agg(change))
	FROM changed WHERE "seen_at" >= since AND "is_by_follower";
	IF tg_op = 'INSERT' THEN
		PERFORM "interactions"."note_active"(array_agg("viewer_id"), array_agg("seen_at")) FROM changed;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
-- What the series would be, counted anew. It says in one place what the triggers above say in many.
CREATE OR REPLACE VIEW "interactions"."recounted_series" AS
WITH "fact"("post_id", "metric", "at") AS (
	SELECT "post_id", 'reaction', "created_at" FROM "interactions"."reaction" WHERE "is_counted" AND "target_id" = "post_id"
	UNION ALL SELECT "post_id", 'comment', "created_at" FROM "interactions"."comment" WHERE "is_counted" AND "author_id" IS NOT NULL
	UNION ALL SELECT "post_id", 'share', "shared_at" FROM "interactions"."share" WHERE "is_counted" AND "is_shared"
	UNION ALL SELECT "post_id", 'bookmark', "created_at" FROM "interactions"."bookmark" WHERE "is_counted"
	UNION ALL SELECT "post_id", 'impression', "seen_at" FROM "interactions"."impression" WHERE "seen_at" >= "interactions"."unsettled_since"()
	UNION ALL SELECT "post_id", 'viewer', "seen_at" FROM "interactions"."impression" WHERE "is_first" AND "seen_at" >= "interactions"."unsettled_since"()
	UNION ALL SELECT "post_id", 'follower_impression', "seen_at" FROM "interactions"."impression" WHERE "is_by_follower" AND "seen_at" >= "interactions"."unsettled_since"()
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
-- Where series, with what is not folded yet, are anything else than that.
CREATE VIEW "interactions"."wrong_series" AS
SELECT "subject_id", "metric", "slot", coalesce(k."value", 0)::integer AS "kept", coalesce(t."value", 0) AS "truth"
FROM "interactions"."recounted_series" t FULL JOIN (
	SELECT "subject_id", "metric", "slot", sum("value") AS "value" FROM (
		SELECT "subject_id", "metric", "slot", "value" FROM "interactions"."series"
		UNION ALL SELECT "subject_id", "metric", "slot", "value" FROM "interactions"."series_delta"
	) AS s
	WHERE "metric" NOT IN ('impression', 'viewer', 'follower_impression') OR "slot" >= "interactions"."unsettled_since"()
	GROUP BY 1, 2, 3
) AS k USING ("subject_id", "metric", "slot")
WHERE coalesce(k."value", 0) <> coalesce(t."value", 0);
