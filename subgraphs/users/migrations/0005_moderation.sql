CREATE TABLE "users"."moderation_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"moderator_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_told" boolean NOT NULL,
	"reason" text,
	"label" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"reverted_at" timestamp (3) with time zone,
	"appeal_state" text,
	"appeal_text" text,
	"appealed_at" timestamp (3) with time zone,
	"appeal_decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users"."audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."case_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."moderation_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"assignee_id" uuid,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"cleared_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users"."case_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"text" text NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."label_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"preferences" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."moderation" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"is_removed" boolean DEFAULT false NOT NULL,
	"is_limited" boolean DEFAULT false NOT NULL,
	"labels" text[] DEFAULT '{}' NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users"."report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"reporter_id" uuid,
	"reason" text NOT NULL,
	"comment" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_once" UNIQUE("case_id","reporter_id")
);
--> statement-breakpoint
ALTER TABLE "users"."moderation_action" ADD CONSTRAINT "moderation_action_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "users"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."moderation_action" ADD CONSTRAINT "moderation_action_moderator_id_user_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."moderation_action" ADD CONSTRAINT "moderation_action_person_id_user_id_fk" FOREIGN KEY ("person_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."case_note" ADD CONSTRAINT "case_note_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "users"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."case_note" ADD CONSTRAINT "case_note_author_id_user_id_fk" FOREIGN KEY ("author_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."moderation_case" ADD CONSTRAINT "moderation_case_person_id_user_id_fk" FOREIGN KEY ("person_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."moderation_case" ADD CONSTRAINT "moderation_case_assignee_id_user_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."case_evidence" ADD CONSTRAINT "case_evidence_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "users"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."label_preferences" ADD CONSTRAINT "label_preferences_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."report" ADD CONSTRAINT "report_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "users"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users"."report" ADD CONSTRAINT "report_reporter_id_user_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "users"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moderation_action_case" ON "users"."moderation_action" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE INDEX "moderation_action_person" ON "users"."moderation_action" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "moderation_action_appealed" ON "users"."moderation_action" USING btree ("case_id") WHERE "users"."moderation_action"."appeal_state" = 'OPEN';--> statement-breakpoint
CREATE INDEX "audit_log_time" ON "users"."audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "users"."audit_log" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "users"."audit_log" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_target" ON "users"."audit_log" USING btree ("target_id","at","id");--> statement-breakpoint
CREATE INDEX "case_note_case" ON "users"."case_note" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_case_open" ON "users"."moderation_case" USING btree ("subject_id") WHERE "users"."moderation_case"."state" in ('OPEN', 'ASSIGNED');--> statement-breakpoint
CREATE INDEX "moderation_case_queue" ON "users"."moderation_case" USING btree ("state","opened_at","id");--> statement-breakpoint
CREATE INDEX "moderation_case_person" ON "users"."moderation_case" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "moderation_case_assignee" ON "users"."moderation_case" USING btree ("assignee_id") WHERE "users"."moderation_case"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX "moderation_case_to_clear" ON "users"."moderation_case" USING btree ("resolved_at") WHERE "users"."moderation_case"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "case_evidence_case" ON "users"."case_evidence" USING btree ("case_id","seen_at","id");--> statement-breakpoint
CREATE INDEX "moderation_changed" ON "users"."moderation" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "report_case" ON "users"."report" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE INDEX "report_reporter" ON "users"."report" USING btree ("reporter_id","created_at","id");--> statement-breakpoint
-- What was done stays written down, whoever would rather not have done it.
CREATE FUNCTION "users"."refuse_to_rewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_log_is_only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "users"."audit_log"
FOR EACH STATEMENT EXECUTE FUNCTION "users"."refuse_to_rewrite"();
