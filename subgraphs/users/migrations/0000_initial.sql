CREATE TABLE "users"."account" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"email" "citext",
	"password_hash" text,
	CONSTRAINT "account_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "users"."counter_delta" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users"."counter_delta_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."counter" (
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counter_subject_id_name_pk" PRIMARY KEY("subject_id","name")
);
--> statement-breakpoint
CREATE TABLE "users"."handle_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"old_handle" "citext" NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."inbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"heard_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."relationship" (
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"is_following" boolean NOT NULL,
	"followed_at" timestamp (3) with time zone,
	"show_shares" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "relationship_source_id_target_id_pk" PRIMARY KEY("source_id","target_id"),
	CONSTRAINT "relationship_not_oneself" CHECK ("users"."relationship"."source_id" <> "users"."relationship"."target_id"),
	CONSTRAINT "relationship_since" CHECK ("users"."relationship"."is_following" = ("users"."relationship"."followed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "users"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"user_agent" text,
	"ip_prefix" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rotated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users"."user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" "citext" NOT NULL,
	"display_name" text NOT NULL,
	"bio" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_verified" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'ACTIVE' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "user_handle" UNIQUE("handle"),
	CONSTRAINT "user_handle_form" CHECK ("users"."user"."handle"::text ~ '^[A-Za-z0-9_]{1,30}$')
);
--> statement-breakpoint
ALTER TABLE "users"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."handle_change" ADD CONSTRAINT "handle_change_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD CONSTRAINT "relationship_source_id_user_id_fk" FOREIGN KEY ("source_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD CONSTRAINT "relationship_target_id_user_id_fk" FOREIGN KEY ("target_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_delta_subject" ON "users"."counter_delta" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "handle_change_handle" ON "users"."handle_change" USING btree ("old_handle","changed_at");--> statement-breakpoint
CREATE INDEX "handle_change_user" ON "users"."handle_change" USING btree ("user_id","changed_at");--> statement-breakpoint
CREATE INDEX "inbox_heard" ON "users"."inbox" USING btree ("heard_at");--> statement-breakpoint
CREATE INDEX "relationship_followers" ON "users"."relationship" USING btree ("target_id","followed_at","source_id") WHERE "users"."relationship"."is_following";--> statement-breakpoint
CREATE INDEX "relationship_following" ON "users"."relationship" USING btree ("source_id","followed_at","target_id") WHERE "users"."relationship"."is_following";--> statement-breakpoint
CREATE INDEX "session_user" ON "users"."session" USING btree ("user_id","created_at","id") WHERE "users"."session"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "session_end" ON "users"."session" USING btree (least("expires_at", "revoked_at"));--> statement-breakpoint
CREATE INDEX "user_handle_prefix" ON "users"."user" USING btree ((lower("handle"::text) collate "C"));--> statement-breakpoint
CREATE INDEX "user_names" ON "users"."user" USING gin (("handle"::text || ' ' || "display_name") gin_trgm_ops);