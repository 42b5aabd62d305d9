CREATE TABLE "interactions"."bookmark_collection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions"."bookmark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"collection_id" uuid,
	"is_counted" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookmark_user_post" UNIQUE("user_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "interactions"."thread_mute" (
	"user_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_mute_user_id_post_id_pk" PRIMARY KEY("user_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "interactions"."comment" ADD COLUMN "fell_in" "xid8";--> statement-breakpoint
ALTER TABLE "interactions"."comment" ADD COLUMN "is_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."comment" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interactions"."bookmark" ADD CONSTRAINT "bookmark_collection_id_bookmark_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "interactions"."bookmark_collection"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bookmark_collection_name" ON "interactions"."bookmark_collection" USING btree ("user_id",lower("name"));--> statement-breakpoint
CREATE INDEX "bookmark_user" ON "interactions"."bookmark" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bookmark_collection_list" ON "interactions"."bookmark" USING btree ("collection_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bookmark_post" ON "interactions"."bookmark" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "bookmark_uncounted" ON "interactions"."bookmark" USING btree ("user_id") WHERE not "interactions"."bookmark"."is_counted";--> statement-breakpoint
CREATE INDEX "thread_mute_post" ON "interactions"."thread_mute" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_pinned" ON "interactions"."comment" USING btree ("post_id") WHERE "interactions"."comment"."is_pinned";--> statement-breakpoint
-- Bookmarks are left by people, too: their author counts those of accounts in use.
CREATE OR REPLACE FUNCTION "interactions"."request_recount"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	in_use boolean := NEW."state" = 'ACTIVE';
BEGIN
	UPDATE "interactions"."recount" SET "after" = NULL
	WHERE "subject_id" = NEW."id" AND "facts" IN ('BOOKMARKS', 'COMMENTS', 'REACTIONS', 'SHARES');
	INSERT INTO "interactions"."recount" ("subject_id", "facts")
	SELECT NEW."id", 'BOOKMARKS' WHERE EXISTS (
		SELECT FROM "interactions"."bookmark" WHERE "user_id" = NEW."id" AND "is_counted" AND NOT in_use
		UNION ALL SELECT FROM "interactions"."bookmark" WHERE "user_id" = NEW."id" AND NOT "is_counted" AND in_use
	)
	UNION ALL SELECT NEW."id", 'COMMENTS' WHERE EXISTS (
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
