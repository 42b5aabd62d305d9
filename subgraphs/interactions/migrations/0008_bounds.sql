DROP INDEX "interactions"."post_ref_author";--> statement-breakpoint
ALTER TABLE "interactions"."engagement" ADD COLUMN "rests_until" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "post_ref_author_time" ON "interactions"."post_ref" USING btree ("author_id","created_at","id");--> statement-breakpoint
-- Until now what was told of a post stayed when it was deleted.
DELETE FROM "interactions"."engagement" WHERE "post_id" IN (SELECT "id" FROM "interactions"."post_ref" WHERE "state" = 'DELETED');
