CREATE INDEX "list_member_user" ON "users"."list_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "relationship_target" ON "users"."relationship" USING btree ("target_id");