CREATE TABLE "listener"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"heard_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listener"."heard" (
	"position" bigint GENERATED ALWAYS AS IDENTITY,
	"key" text NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listener"."counter" (
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counter_pk" PRIMARY KEY("subject_id", "name")
);
--> statement-breakpoint
CREATE TABLE "listener"."counter_delta" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION "listener"."change_count"("subject" uuid, "counted" text, "change" integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "listener"."counter" SET "value" = "value" + "change" WHERE ctid = (
		SELECT ctid FROM "listener"."counter" WHERE "subject_id" = "subject" AND "name" = "counted" FOR NO KEY UPDATE SKIP LOCKED
	);
	IF NOT FOUND THEN
		INSERT INTO "listener"."counter_delta" ("subject_id", "name", "value") VALUES ("subject", "counted", "change");
	END IF;
END $$;
