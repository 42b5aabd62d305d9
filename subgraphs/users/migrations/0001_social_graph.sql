ALTER TABLE "users"."relationship" ADD COLUMN "notify_on_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "is_blocking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "blocked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "is_muting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "muted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "mutes_notifications" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."relationship" ADD COLUMN "changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users"."user" ADD COLUMN "role" text DEFAULT 'MEMBER' NOT NULL;