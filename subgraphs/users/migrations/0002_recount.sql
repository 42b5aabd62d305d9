CREATE TABLE "users"."recount" (
	"subject_id" uuid NOT NULL,
	"facts" text NOT NULL,
	"after" uuid,
	CONSTRAINT "recount_subject_id_facts_pk" PRIMARY KEY("subject_id","facts")
);
--> statement-breakpoint
INSERT INTO "users"."recount" ("subject_id", "facts")
SELECT "user_id", "facts" FROM "users"."standing_change", unnest(ARRAY['FOLLOWS', 'REQUESTS']) AS "facts";
--> statement-breakpoint
DROP TABLE "users"."standing_change" CASCADE;
