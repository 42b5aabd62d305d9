CREATE TABLE "posts"."person_erasure" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"erased_count" integer DEFAULT 0 NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "list_member_user" ON "posts"."list_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rel_edge_target" ON "posts"."rel_edge" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "share_ref_actor" ON "posts"."share_ref" USING btree ("actor_id");