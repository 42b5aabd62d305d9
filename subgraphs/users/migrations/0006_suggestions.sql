CREATE TABLE "users"."suggestion_dismissal" (
	"user_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"dismissed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_dismissal_user_id_target_id_pk" PRIMARY KEY("user_id","target_id")
);
--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "discoverability_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_target_id_user_id_fk" FOREIGN KEY ("target_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestion_dismissal_of" ON "users"."suggestion_dismissal" USING btree ("target_id");--> statement-breakpoint
-- Whoever hides in one way or the other said so before, and it is told when projections are rebuilt.
UPDATE "users"."user" SET "discoverability_version" = 1 WHERE NOT "is_discoverable" OR "hides_follow_graph";
