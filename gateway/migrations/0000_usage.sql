-- An operation without its values: nothing in it is anybody's.
CREATE TABLE "gateway"."operation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"coordinates" text[] NOT NULL
);
--> statement-breakpoint
-- How often a client sent it on a day (UTC). `requests` is an estimate where `sample_rate` is below 1.
CREATE TABLE "gateway"."operation_use" (
	"day" date NOT NULL,
	"operation_id" text NOT NULL REFERENCES "gateway"."operation" ("id"),
	"client_name" text NOT NULL,
	"client_version" text NOT NULL,
	"requests" double precision NOT NULL,
	"sample_rate" double precision NOT NULL,
	"given" text[] NOT NULL,
	PRIMARY KEY ("day", "operation_id", "client_name", "client_version")
);
--> statement-breakpoint
CREATE INDEX "operation_use_operation" ON "gateway"."operation_use" ("operation_id", "day");
