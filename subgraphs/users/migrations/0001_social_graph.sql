CREATE TABLE "users"."idempotency" (
	"scope" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_scope_operation_key_pk" PRIMARY KEY("scope","operation","key")
);
--> statement-breakpoint
CREATE TABLE "users"."follow_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requester_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"show_shares" boolean NOT NULL,
	"notify_on_post" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_request_pair" UNIQUE("requester_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "users"."list_member" (
	"list_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_member" boolean NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "list_member_list_id_user_id_pk" PRIMARY KEY("list_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "users"."list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"is_private" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"emptied_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."muted_words" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"words" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."standing_change" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."data_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"size" integer,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users"."deletion" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"scheduled_for" timestamp (3) with time zone NOT NULL,
	"begun_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "deletion_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users"."erasure" (
	"user_id" uuid NOT NULL,
	"participant" text NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"erased_count" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "erasure_user_id_participant_pk" PRIMARY KEY("user_id","participant")
);
--> statement-breakpoint
CREATE TABLE "users"."export_chunk" (
	"export_id" uuid NOT NULL,
	"attempt" smallint NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "export_chunk_export_id_attempt_position_pk" PRIMARY KEY("export_id","attempt","position")
);
--> statement-breakpoint
CREATE TABLE "users"."handle_tombstone" (
	"handle_hash" text PRIMARY KEY NOT NULL,
	"buried_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."hold" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	"suspended_at" timestamp (3) with time zone,
	"suspended_until" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "users"."relationship_followers";--> statement-breakpoint
DROP INDEX "users"."relationship_following";--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "is_dormant" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "notify_on_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "is_blocking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "blocked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "is_muting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "muted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "mutes_notifications" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "is_discoverable" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "hides_follow_graph" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "role" text DEFAULT 'MEMBER' NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."follow_request" ADD CONSTRAINT "follow_request_requester_id_user_id_fk" FOREIGN KEY ("requester_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."follow_request" ADD CONSTRAINT "follow_request_target_id_user_id_fk" FOREIGN KEY ("target_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."list_member" ADD CONSTRAINT "list_member_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "users"."list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."list_member" ADD CONSTRAINT "list_member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."list" ADD CONSTRAINT "list_owner_id_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."muted_words" ADD CONSTRAINT "muted_words_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."standing_change" ADD CONSTRAINT "standing_change_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."data_export" ADD CONSTRAINT "data_export_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."deletion" ADD CONSTRAINT "deletion_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."erasure" ADD CONSTRAINT "erasure_user_id_deletion_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."deletion"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."export_chunk" ADD CONSTRAINT "export_chunk_export_id_data_export_id_fk" FOREIGN KEY ("export_id") REFERENCES "users"."data_export"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."hold" ADD CONSTRAINT "hold_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "users"."idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "follow_request_waiting" ON "users"."follow_request" USING btree ("target_id","created_at","id");--> statement-breakpoint
CREATE INDEX "follow_request_sent" ON "users"."follow_request" USING btree ("requester_id","created_at","id");--> statement-breakpoint
CREATE INDEX "list_member_newest" ON "users"."list_member" USING btree ("list_id","added_at","user_id") WHERE "users"."list_member"."is_member";--> statement-breakpoint
CREATE INDEX "list_member_of" ON "users"."list_member" USING btree ("user_id","list_id") WHERE "users"."list_member"."is_member";--> statement-breakpoint
CREATE INDEX "list_owner" ON "users"."list" USING btree ("owner_id","created_at","id") WHERE "users"."list"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "list_to_empty" ON "users"."list" USING btree ("deleted_at") WHERE "users"."list"."deleted_at" is not null and "users"."list"."emptied_at" is null;--> statement-breakpoint
CREATE INDEX "standing_change_at" ON "users"."standing_change" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "data_export_of" ON "users"."data_export" USING btree ("user_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "data_export_open" ON "users"."data_export" USING btree ("requested_at") WHERE "users"."data_export"."state" in ('PENDING', 'RUNNING');--> statement-breakpoint
CREATE INDEX "data_export_expiry" ON "users"."data_export" USING btree ("expires_at") WHERE "users"."data_export"."state" = 'READY';--> statement-breakpoint
CREATE INDEX "deletion_due" ON "users"."deletion" USING btree ("scheduled_for") WHERE "users"."deletion"."begun_at" is null;--> statement-breakpoint
CREATE INDEX "deletion_begun" ON "users"."deletion" USING btree ("begun_at") WHERE "users"."deletion"."begun_at" is not null and "users"."deletion"."completed_at" is null;--> statement-breakpoint
CREATE INDEX "erasure_unanswered" ON "users"."erasure" USING btree ("asked_at") WHERE "users"."erasure"."state" <> 'COMPLETED';--> statement-breakpoint
CREATE INDEX "hold_suspended_until" ON "users"."hold" USING btree ("suspended_until") WHERE "users"."hold"."suspended_until" is not null;--> statement-breakpoint
CREATE INDEX "relationship_changed" ON "users"."relationship" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "relationship_dormant_followers" ON "users"."relationship" USING btree ("target_id") WHERE "users"."relationship"."is_dormant";--> statement-breakpoint
CREATE INDEX "relationship_dormant_following" ON "users"."relationship" USING btree ("source_id") WHERE "users"."relationship"."is_dormant";--> statement-breakpoint
CREATE INDEX "relationship_blocking" ON "users"."relationship" USING btree ("source_id","blocked_at","target_id") WHERE "users"."relationship"."is_blocking";--> statement-breakpoint
CREATE INDEX "relationship_blocked_by" ON "users"."relationship" USING btree ("target_id","source_id") WHERE "users"."relationship"."is_blocking";--> statement-breakpoint
CREATE INDEX "relationship_muting" ON "users"."relationship" USING btree ("source_id","muted_at","target_id") WHERE "users"."relationship"."is_muting";--> statement-breakpoint
CREATE INDEX "session_revoked" ON "users"."session" USING btree ("revoked_at") WHERE "users"."session"."revoked_at" is not null;--> statement-breakpoint
CREATE INDEX "user_changed" ON "users"."user" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "relationship_followers" ON "users"."relationship" USING btree ("target_id","followed_at","source_id") WHERE "users"."relationship"."is_following" and not "users"."relationship"."is_dormant";--> statement-breakpoint
CREATE INDEX "relationship_following" ON "users"."relationship" USING btree ("source_id","followed_at","target_id") WHERE "users"."relationship"."is_following" and not "users"."relationship"."is_dormant";--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD CONSTRAINT "relationship_dormant" CHECK ("users"."relationship"."is_following" or not "users"."relationship"."is_dormant");--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD CONSTRAINT "relationship_blocked" CHECK ("users"."relationship"."is_blocking" = ("users"."relationship"."blocked_at" is not null));--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD CONSTRAINT "relationship_muted" CHECK ("users"."relationship"."is_muting" = ("users"."relationship"."muted_at" is not null));
--> statement-breakpoint
CREATE INDEX "list_member_user" ON "users"."list_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "relationship_target" ON "users"."relationship" USING btree ("target_id");
