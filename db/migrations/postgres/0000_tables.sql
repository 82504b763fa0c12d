CREATE TABLE "case_event" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"payload" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"happened_on" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"back_dated" boolean NOT NULL,
	"command_key" text NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	CONSTRAINT "case_event_centre_id_project_id_seq_pk" PRIMARY KEY("centre_id","project_id","seq")
);
--> statement-breakpoint
CREATE TABLE "centre" (
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" uuid,
	"region_code" text NOT NULL,
	"pack_id" text NOT NULL,
	CONSTRAINT "centre_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"centre_id" uuid NOT NULL,
	"key" text NOT NULL,
	"project_id" uuid NOT NULL,
	"actor_id" text NOT NULL,
	"digest" text NOT NULL,
	"result" json NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "command_centre_id_key_pk" PRIMARY KEY("centre_id","key")
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"notice_no" text NOT NULL,
	"notified_on" date NOT NULL,
	"defects" json NOT NULL,
	"reply_by" date,
	"supplied_on" date,
	"supply_note" text,
	"allowed_by_id" text,
	"allowed_reason" text,
	CONSTRAINT "correction_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"centre_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counter_centre_id_name_pk" PRIMARY KEY("centre_id","name")
);
--> statement-breakpoint
CREATE TABLE "department" (
	"centre_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"short_zh" text NOT NULL,
	"short_en" text NOT NULL,
	CONSTRAINT "department_centre_id_code_pk" PRIMARY KEY("centre_id","code")
);
--> statement-breakpoint
CREATE TABLE "enterprise" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "enterprise_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "enterprise_member" (
	"centre_id" uuid NOT NULL,
	"enterprise_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "enterprise_member_centre_id_enterprise_id_person_id_pk" PRIMARY KEY("centre_id","enterprise_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "extension" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"working_days" integer NOT NULL,
	"reason" text NOT NULL,
	"requested_on" date NOT NULL,
	"requested_by_id" text NOT NULL,
	"status" text NOT NULL,
	"decided_on" date,
	"decided_by_id" text,
	"decision_reason" text,
	CONSTRAINT "extension_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "issued_document" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"project_id" uuid NOT NULL,
	"item_id" uuid,
	"locale" text NOT NULL,
	"digest" text NOT NULL,
	"pack_id" text NOT NULL,
	"pack_digest" text NOT NULL,
	"case_version" integer NOT NULL,
	"issued_on" date NOT NULL,
	"issued_by_id" text NOT NULL,
	"superseded_by" text,
	"model" json NOT NULL,
	CONSTRAINT "issued_document_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "item" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_no" text NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"stage" text NOT NULL,
	"type" text NOT NULL,
	"department_code" text NOT NULL,
	"prerequisites" json NOT NULL,
	"planned_on" date NOT NULL,
	"status" text NOT NULL,
	"required" boolean NOT NULL,
	"plan_reason" text,
	"committed_working_days" integer,
	"committed_assumed" boolean NOT NULL,
	"statutory_days" integer,
	"statutory_unit" text NOT NULL,
	"statutory_starts_at" text NOT NULL,
	"statutory_source" text NOT NULL,
	"received_on" date,
	"received_by_id" text,
	"received_by_name" text,
	"complete_on" date,
	"correction_allowed_reason" text,
	"correction_allowed_by_id" text,
	"accepted_on" date,
	"accepted_by_id" text,
	"accepted_by_name" text,
	"deemed_accepted" boolean NOT NULL,
	"joint_acceptance" boolean NOT NULL,
	"acceptance_no" text,
	"review_started_on" date,
	"decided_on" date,
	"decided_by_id" text,
	"decided_by_name" text,
	"decision_no" text,
	"decision_reason" text,
	"overdue_reason" text,
	"issued_on" date,
	"delivered_on" date,
	"delivery_method" text,
	"ended_on" date,
	"running" boolean NOT NULL,
	"paused" boolean NOT NULL,
	"committed_due_on" date,
	"statutory_due_on" date,
	"due_on" date,
	"due_provisional" boolean NOT NULL,
	"warn_from" date,
	"late_from" date,
	CONSTRAINT "item_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "joint_review" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stage" text NOT NULL,
	"lead_department_code" text NOT NULL,
	"convened_on" date NOT NULL,
	"reply_by" date,
	"department_codes" json NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "joint_review_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid,
	"text" text NOT NULL,
	"noted_on" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"shown_to_investor" boolean NOT NULL,
	CONSTRAINT "note_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "opinion" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"department_code" text NOT NULL,
	"stance" text NOT NULL,
	"conditions" json NOT NULL,
	"given_on" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "opinion_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "pack_version" (
	"digest" text NOT NULL,
	"pack_id" text NOT NULL,
	"pack" json NOT NULL,
	CONSTRAINT "pack_version_digest_pk" PRIMARY KEY("digest")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid NOT NULL,
	"sign_in_name" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "person_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"centre_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"department_code" text,
	CONSTRAINT "person_role_centre_id_person_id_role_pk" PRIMARY KEY("centre_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "procedure" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stops" text NOT NULL,
	"notice_no" text,
	"told_working_days" integer,
	"reason" text NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by_id" text NOT NULL,
	"closed_on" date,
	"outcome" text,
	CONSTRAINT "procedure_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_no" text NOT NULL,
	"query_code" text NOT NULL,
	"project_code" text,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"pack_id" text NOT NULL,
	"pack_digest" text NOT NULL,
	"enterprise_id" uuid NOT NULL,
	"enterprise_name" text NOT NULL,
	"credit_code" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"site" text NOT NULL,
	"investment_wan" double precision,
	"key_project" boolean NOT NULL,
	"green_channel" boolean NOT NULL,
	"attracted_investment" boolean NOT NULL,
	"agent_id" text,
	"agent_name" text,
	"status" text NOT NULL,
	"screening" json NOT NULL,
	"registered_on" date NOT NULL,
	"plan_confirmed_on" date,
	"completed_on" date,
	"budget_working_days" integer,
	"warn_from" date,
	"late_from" date,
	"next_due_on" date,
	"item_count" integer NOT NULL,
	"closed_count" integer NOT NULL,
	"running_count" integer NOT NULL,
	"paused_count" integer NOT NULL,
	"correcting_count" integer NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"head_seq" integer NOT NULL,
	"head_hash" text NOT NULL,
	"search_text" text NOT NULL,
	"grams" text NOT NULL,
	CONSTRAINT "project_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_step" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text NOT NULL,
	"done_on" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"remark" text,
	CONSTRAINT "review_step_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"centre_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "session_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "centre" ADD CONSTRAINT "centre_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command" ADD CONSTRAINT "command_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter" ADD CONSTRAINT "counter_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department" ADD CONSTRAINT "department_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise_member" ADD CONSTRAINT "enterprise_member_enterprise_fk" FOREIGN KEY ("centre_id","enterprise_id") REFERENCES "public"."enterprise"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise_member" ADD CONSTRAINT "enterprise_member_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_document" ADD CONSTRAINT "issued_document_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_review" ADD CONSTRAINT "joint_review_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_review_fk" FOREIGN KEY ("centre_id","project_id","review_id") REFERENCES "public"."joint_review"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_department_fk" FOREIGN KEY ("centre_id","department_code") REFERENCES "public"."department"("centre_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_enterprise_fk" FOREIGN KEY ("centre_id","enterprise_id") REFERENCES "public"."enterprise"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_role_fk" FOREIGN KEY ("centre_id","person_id","role") REFERENCES "public"."person_role"("centre_id","person_id","role") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "centre_by_code" ON "centre" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "enterprise_by_credit_code" ON "enterprise" USING btree ("centre_id","credit_code");--> statement-breakpoint
CREATE INDEX "enterprise_member_by_person" ON "enterprise_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "extension_by_status" ON "extension" USING btree ("centre_id","status","requested_on");--> statement-breakpoint
CREATE UNIQUE INDEX "issued_document_by_code" ON "issued_document" USING btree ("code");--> statement-breakpoint
CREATE INDEX "issued_document_by_project" ON "issued_document" USING btree ("centre_id","project_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "item_by_number" ON "item" USING btree ("centre_id","item_no");--> statement-breakpoint
CREATE INDEX "item_by_project" ON "item" USING btree ("centre_id","project_id","status");--> statement-breakpoint
CREATE INDEX "item_by_late_from" ON "item" USING btree ("centre_id","running","late_from","id","warn_from","paused","department_code");--> statement-breakpoint
CREATE INDEX "item_by_status" ON "item" USING btree ("centre_id","status","complete_on","id");--> statement-breakpoint
CREATE INDEX "item_by_department" ON "item" USING btree ("centre_id","department_code","status","due_on");--> statement-breakpoint
CREATE INDEX "joint_review_by_status" ON "joint_review" USING btree ("centre_id","status","convened_on");--> statement-breakpoint
CREATE UNIQUE INDEX "person_by_sign_in_name" ON "person" USING btree ("sign_in_name");--> statement-breakpoint
CREATE INDEX "person_role_by_person" ON "person_role" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "project_by_number" ON "project" USING btree ("centre_id","project_no");--> statement-breakpoint
CREATE INDEX "project_by_status" ON "project" USING btree ("centre_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "project_by_updated" ON "project" USING btree ("centre_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "project_by_agent" ON "project" USING btree ("centre_id","agent_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "project_by_enterprise" ON "project" USING btree ("centre_id","enterprise_id");--> statement-breakpoint
CREATE INDEX "project_by_late_from" ON "project" USING btree ("centre_id","late_from","warn_from","id");--> statement-breakpoint
CREATE INDEX "project_by_due" ON "project" USING btree ("centre_id","next_due_on","id");--> statement-breakpoint
CREATE INDEX "project_by_name" ON "project" USING btree ("centre_id","name","id");--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("person_id");