-- Changes a counter's row when nobody holds it, and leaves a delta to be folded otherwise: it never waits. A function,
-- because its statements are then planned once for each connection and not for each change. Trap: the row that was locked
-- may be newer than what the statement sees; then nothing is found to update, and the change becomes a delta, too.
CREATE FUNCTION "posts"."change_count"("subject" uuid, "counted" text, "change" integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "posts"."counter" SET "value" = "value" + "change" WHERE ctid = (
		SELECT ctid FROM "posts"."counter" WHERE "subject_id" = "subject" AND "name" = "counted" FOR NO KEY UPDATE SKIP LOCKED
	);
	IF NOT FOUND THEN
		INSERT INTO "posts"."counter_delta" ("subject_id", "name", "value") VALUES ("subject", "counted", "change");
	END IF;
END $$;
