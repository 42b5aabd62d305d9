CREATE INDEX "session_of" ON "users"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "list_of" ON "users"."list" USING btree ("owner_id");