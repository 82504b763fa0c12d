CREATE TABLE "acceptance_bundle" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text,
	"name_zh" text,
	"name_en" text,
	"acceptance_no" text NOT NULL,
	"item_ids" json NOT NULL,
	"accepted_on" date NOT NULL,
	"window_id" text,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "acceptance_bundle_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "area_placement" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"assessments" json NOT NULL,
	"spares" json NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_document" text NOT NULL,
	"placed_on" date NOT NULL,
	"reason" text,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"ended_on" date,
	"ended_reason" text,
	CONSTRAINT "area_placement_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessed_area" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"assessments" json NOT NULL,
	"spares" json NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source_document" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "assessed_area_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessed_area_change" (
	"centre_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"facts" json NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "assessed_area_change_centre_id_area_id_version_pk" PRIMARY KEY("centre_id","area_id","version")
);
--> statement-breakpoint
CREATE TABLE "authorisation" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"window_id" uuid NOT NULL,
	"department_code" text NOT NULL,
	"item_codes" json,
	"letter_no" text NOT NULL,
	"signed_by" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"revoked_on" date,
	CONSTRAINT "authorisation_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "commitment" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commitment_no" text NOT NULL,
	"status" text NOT NULL,
	"proposed_on" date NOT NULL,
	"proposed_by_id" text NOT NULL,
	"proposed_by_name" text NOT NULL,
	"appraised_on" date,
	"appraised_by_id" text,
	"appraised_by_name" text,
	"appraisal_reason" text,
	"area_code" text,
	"standards_no" text,
	"standards_on" date,
	"letter_signature_id" uuid,
	"promised_on" date,
	"round" integer NOT NULL,
	"prechecked_on" date,
	"prechecked_by_name" text,
	"defects" json NOT NULL,
	"supplemented_on" date,
	"supplement_note" text,
	"publicity_from" date,
	"publicity_to" date,
	"publicity_assumed" boolean NOT NULL,
	"publicity_at" text,
	"in_force_on" date,
	"in_force_by_name" text,
	"completed_on" date,
	"verified_on" date,
	"fulfilled_on" date,
	"reward" text,
	"breached_on" date,
	"breach_by_id" text,
	"breach_by_name" text,
	"breach_no" text,
	"breach_reason" text,
	"penalty_yuan" integer,
	"penalty_basis" text,
	"ended_on" date,
	"end_reason" text,
	"due_on" date,
	CONSTRAINT "commitment_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "commitment_objection" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"objector" text NOT NULL,
	"text" text NOT NULL,
	"received_on" date NOT NULL,
	"received_by_name" text NOT NULL,
	"status" text NOT NULL,
	"ruled_on" date,
	"ruled_by_name" text,
	"ruling_reason" text,
	CONSTRAINT "commitment_objection_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "commitment_standard" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"indicator" text NOT NULL,
	"condition" text NOT NULL,
	"value" text NOT NULL,
	"due_on" date,
	"department_code" text NOT NULL,
	"item_id" uuid,
	"code" text,
	"effect" text,
	"added_on" date NOT NULL,
	"added_by_name" text NOT NULL,
	"outcome" text,
	CONSTRAINT "commitment_standard_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "credit_record" (
	"centre_id" uuid NOT NULL,
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_on" date NOT NULL,
	"recorded_by_id" text NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_key" text NOT NULL,
	"repaired_on" date,
	"repair_reason" text,
	"repaired_by_id" text,
	"repaired_by_name" text,
	"repaired_at" timestamp (3) with time zone,
	"repaired_key" text,
	CONSTRAINT "credit_record_centre_id_enterprise_id_id_pk" PRIMARY KEY("centre_id","enterprise_id","id")
);
--> statement-breakpoint
CREATE TABLE "deferral" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"notice_no" text NOT NULL,
	"promise_no" text,
	"promised_by" text,
	"missing" json NOT NULL,
	"supplied" json NOT NULL,
	"waived" json DEFAULT '[]'::json NOT NULL,
	"granted_on" date NOT NULL,
	"granted_by_id" text NOT NULL,
	"granted_by_name" text NOT NULL,
	"supply_by" date NOT NULL,
	"extended_from" date,
	"extended_reason" text,
	"extended_by_id" text,
	"proposed_on" date,
	"status" text NOT NULL,
	"outcome" text,
	"outcome_reason" text,
	"outcome_no" text,
	"ended_on" date,
	"ended_by_id" text,
	"ended_by_name" text,
	CONSTRAINT "deferral_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "direction" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"body" text,
	"place" text,
	"asked_on" date NOT NULL,
	"asked_by_id" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"answer" text,
	"answered_on" date,
	"answered_by_id" text,
	"answered_by_name" text,
	CONSTRAINT "direction_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid,
	"code" text NOT NULL,
	"subject" text,
	"department_code" text,
	"found_on" date NOT NULL,
	"facts" json NOT NULL,
	"by_rule" boolean NOT NULL,
	"evidence" text,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"event_seq" integer,
	"status" text NOT NULL,
	CONSTRAINT "finding_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "forwarding" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"level" text NOT NULL,
	"upper_body" text NOT NULL,
	"person_in_charge" text NOT NULL,
	"letter_no" text NOT NULL,
	"sent_on" date NOT NULL,
	"sent_by_id" text NOT NULL,
	"sent_by_name" text NOT NULL,
	"upper_receipt_on" date,
	"upper_no" text,
	"upper_limit_working_days" integer,
	"returned_on" date,
	"return_reason" text,
	"result_on" date,
	"granted" boolean,
	"result_no" text,
	CONSTRAINT "forwarding_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"item_ids" json NOT NULL,
	"department_code" text,
	"window_id" text,
	"pieces" integer,
	"contents" text,
	"carrier" text,
	"tracking_no" text,
	"sent_on" date NOT NULL,
	"sent_by_id" text NOT NULL,
	"sent_by_name" text NOT NULL,
	"arrived_on" date,
	"received_by" text,
	"identity_checked" boolean,
	CONSTRAINT "handover_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "manager_cover" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"for_id" uuid NOT NULL,
	"for_name" text NOT NULL,
	"stand_in_id" uuid NOT NULL,
	"stand_in_name" text NOT NULL,
	"project_id" uuid,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"ended_on" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_key" text NOT NULL,
	"ended_by_id" uuid,
	"ended_by_name" text,
	"ended_at" timestamp (3) with time zone,
	"ended_key" text,
	CONSTRAINT "manager_cover_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "material" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"originals" integer NOT NULL,
	"copies" integer NOT NULL,
	"electronic" boolean NOT NULL,
	"files" json NOT NULL,
	"reused_from_id" uuid,
	"brought_on" date,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"waived_reason" text,
	"waived_by_id" text,
	"waived_by_name" text,
	"waived_on" date,
	"extra_reason" text,
	"returned_reason" text,
	"returned_on" date,
	"note" text,
	CONSTRAINT "material_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_commitment" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commitment_no" text NOT NULL,
	"item_id" uuid NOT NULL,
	"code" text NOT NULL,
	"department_code" text NOT NULL,
	"status" text NOT NULL,
	"notice_no" text NOT NULL,
	"told_on" date NOT NULL,
	"told_by_id" text NOT NULL,
	"told_by_name" text NOT NULL,
	"standards" json NOT NULL,
	"replaces" json NOT NULL,
	"chosen_on" date,
	"chosen_by_id" text,
	"chosen_by_name" text,
	"manners" json NOT NULL,
	"signature_id" uuid,
	"signed_on" date,
	"decided_on" date,
	"decided_by_id" text,
	"decided_by_name" text,
	"late_reason" text,
	"check_working_days" integer,
	"check_due_on" date,
	"check_set_by_id" text,
	"check_set_by_name" text,
	"check_set_reason" text,
	"checks" json NOT NULL,
	"checked_on" date,
	"rectify_by" date,
	"more_time_reason" text,
	"next_due_on" date,
	"revocation_no" text,
	"revoked_on" date,
	"closed_on" date,
	"ended_on" date,
	"reason" text,
	CONSTRAINT "notice_commitment_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "precheck" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"verdict" text NOT NULL,
	"remarks" json NOT NULL,
	"checked_on" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"window_id" text,
	CONSTRAINT "precheck_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_silence" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"department_code" text NOT NULL,
	"outcome" text NOT NULL,
	"basis" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_on" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "review_silence_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "service_window" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind_code" text,
	"area_code" text,
	"department_codes" json NOT NULL,
	"closed_on" date,
	CONSTRAINT "service_window_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "settled_condition" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"text" text NOT NULL,
	"relation" text NOT NULL,
	"sources" json NOT NULL,
	"note" text,
	"settled_on" date NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"replaced_by_id" uuid,
	CONSTRAINT "settled_condition_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"letter_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"typed_name" text NOT NULL,
	"method" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"address" text,
	"checked_by_name" text,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"withdrawn_on" date,
	"withdrawn_reason" text,
	CONSTRAINT "signature_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "signing_code" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"letter_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"proof" text NOT NULL,
	"issued_by_id" text NOT NULL,
	"issued_by_name" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"tries_left" integer NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "signing_code_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "simulated_item" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"code" text NOT NULL,
	"department_code" text NOT NULL,
	"status" text NOT NULL,
	"applied_on" date NOT NULL,
	"accepted_on" date,
	"review_started_on" date,
	"correction_on" date,
	"correction_defects" json NOT NULL,
	"correction_supplied_on" date,
	"correction_note" text,
	"opinion_on" date,
	"opinion_no" text,
	"opinion_by_id" text,
	"opinion_by_name" text,
	"stance" text,
	"conditions" json NOT NULL,
	"valid_to" date,
	"valid_months" integer,
	"validity_assumed" boolean NOT NULL,
	"basis" json NOT NULL,
	"materials" json NOT NULL,
	"facts" json NOT NULL,
	"ready_on" date,
	"differences" json NOT NULL,
	"differences_confirmed_on" date,
	"differences_confirmed_by_id" text,
	"differences_confirmed_by_name" text,
	"differences_note" text,
	"conversion_correction_on" date,
	"conversion_defects" json NOT NULL,
	"conversion_supplied_on" date,
	"conversion_note" text,
	"converted_on" date,
	"conversion_from" date,
	"blocked_by" json NOT NULL,
	"ended_on" date,
	"end_cause" text,
	"reason" text,
	CONSTRAINT "simulated_item_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "simulated_run" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_no" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"applied_on" date NOT NULL,
	"applied_by_id" text NOT NULL,
	"applied_by_name" text NOT NULL,
	"missing" json NOT NULL,
	"next_expected_on" date,
	"lead_department_code" text NOT NULL,
	"letter_signature_id" uuid,
	"asked_back_on" date,
	"asked_back_reason" text,
	"answer" text,
	"answered_on" date,
	"reviewed_on" date,
	"reviewed_by_id" text,
	"reviewed_by_name" text,
	"review_reason" text,
	"trigger_document" json,
	"triggered_on" date,
	"ended_on" date,
	"end_cause" text,
	"end_reason" text,
	"saved_working_days" integer,
	"saved_on" date,
	CONSTRAINT "simulated_run_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "supervision_check" (
	"centre_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	"point" text NOT NULL,
	"status" text NOT NULL,
	"due_on" date,
	"done_on" date,
	"checked_by_id" text,
	"checked_by_name" text,
	"department_code" text,
	"outcome" text,
	"findings" json NOT NULL,
	"evidence" json NOT NULL,
	"rectify_by" date,
	"rechecked_on" date,
	"rechecked_by_id" text,
	"rechecked_by_name" text,
	"recheck_evidence" json NOT NULL,
	"recheck_note" text,
	CONSTRAINT "supervision_check_centre_id_project_id_id_pk" PRIMARY KEY("centre_id","project_id","id")
);
--> statement-breakpoint
CREATE TABLE "waiting_seen" (
	"centre_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"since" date NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "waiting_seen_centre_id_person_id_kind_subject_id_since_pk" PRIMARY KEY("centre_id","person_id","kind","subject_id","since")
);
--> statement-breakpoint
CREATE TABLE "window_change" (
	"centre_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"window_id" uuid NOT NULL,
	"key" text NOT NULL,
	"change" json NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "window_change_centre_id_id_pk" PRIMARY KEY("centre_id","id")
);
--> statement-breakpoint
CREATE TABLE "window_staff" (
	"centre_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"window_id" uuid NOT NULL,
	"since" date NOT NULL,
	"certificate_no" text,
	"certificate_valid_to" date,
	CONSTRAINT "window_staff_centre_id_person_id_pk" PRIMARY KEY("centre_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "proposed_on" date;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome_ground" text;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome_reason" text;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome_no" text;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome_on" date;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome_by_id" text;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "outcome_by_name" text;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "spared_by_area" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "promised_as" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "promised_on" date;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "granted_with_gap" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "window_id" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "window_name_zh" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "window_name_en" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "window_kind" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "window_authorised" boolean;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "posted_on" date;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "delivery_due_on" date;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "pickup_by" date;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "mode" text DEFAULT 'conference' NOT NULL;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "item_id" uuid;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "meet_on" date;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "meet_time" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "materials_wanted" json DEFAULT '[]'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "moved_reason" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "held_on" date;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "attendance" json DEFAULT '[]'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "minutes" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "merged_on" date;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "merged_no" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "merged_stance" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "merged_reason" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "merged_by_id" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "merged_by_name" text;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "cancelled_on" date;--> statement-breakpoint
ALTER TABLE "joint_review" ADD COLUMN "cancelled_reason" text;--> statement-breakpoint
ALTER TABLE "opinion" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "parcel_no" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "scheme_no" text;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "floor_area_sqm" double precision;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "observe_from" date DEFAULT '1970-01-01';--> statement-breakpoint
ALTER TABLE "acceptance_bundle" ADD CONSTRAINT "acceptance_bundle_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_placement" ADD CONSTRAINT "area_placement_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessed_area" ADD CONSTRAINT "assessed_area_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessed_area_change" ADD CONSTRAINT "assessed_area_change_area_fk" FOREIGN KEY ("centre_id","area_id") REFERENCES "public"."assessed_area"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_window_fk" FOREIGN KEY ("centre_id","window_id") REFERENCES "public"."service_window"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorisation" ADD CONSTRAINT "authorisation_department_fk" FOREIGN KEY ("centre_id","department_code") REFERENCES "public"."department"("centre_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_objection" ADD CONSTRAINT "commitment_objection_commitment_fk" FOREIGN KEY ("centre_id","project_id","commitment_id") REFERENCES "public"."commitment"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_standard" ADD CONSTRAINT "commitment_standard_commitment_fk" FOREIGN KEY ("centre_id","project_id","commitment_id") REFERENCES "public"."commitment"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_standard" ADD CONSTRAINT "commitment_standard_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_record" ADD CONSTRAINT "credit_record_enterprise_fk" FOREIGN KEY ("centre_id","enterprise_id") REFERENCES "public"."enterprise"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deferral" ADD CONSTRAINT "deferral_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction" ADD CONSTRAINT "direction_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwarding" ADD CONSTRAINT "forwarding_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_cover" ADD CONSTRAINT "manager_cover_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_cover" ADD CONSTRAINT "manager_cover_for_fk" FOREIGN KEY ("for_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_cover" ADD CONSTRAINT "manager_cover_stand_in_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_cover" ADD CONSTRAINT "manager_cover_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material" ADD CONSTRAINT "material_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_commitment" ADD CONSTRAINT "notice_commitment_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "precheck" ADD CONSTRAINT "precheck_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_silence" ADD CONSTRAINT "review_silence_review_fk" FOREIGN KEY ("centre_id","project_id","review_id") REFERENCES "public"."joint_review"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_window" ADD CONSTRAINT "service_window_centre_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settled_condition" ADD CONSTRAINT "settled_condition_review_fk" FOREIGN KEY ("centre_id","project_id","review_id") REFERENCES "public"."joint_review"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_code" ADD CONSTRAINT "signing_code_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_code" ADD CONSTRAINT "signing_code_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulated_item" ADD CONSTRAINT "simulated_item_run_fk" FOREIGN KEY ("centre_id","project_id","run_id") REFERENCES "public"."simulated_run"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulated_item" ADD CONSTRAINT "simulated_item_item_fk" FOREIGN KEY ("centre_id","project_id","item_id") REFERENCES "public"."item"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulated_run" ADD CONSTRAINT "simulated_run_project_fk" FOREIGN KEY ("centre_id","project_id") REFERENCES "public"."project"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_check" ADD CONSTRAINT "supervision_check_commitment_fk" FOREIGN KEY ("centre_id","project_id","commitment_id") REFERENCES "public"."commitment"("centre_id","project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_seen" ADD CONSTRAINT "waiting_seen_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_change" ADD CONSTRAINT "window_change_window_fk" FOREIGN KEY ("centre_id","window_id") REFERENCES "public"."service_window"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_staff" ADD CONSTRAINT "window_staff_window_fk" FOREIGN KEY ("centre_id","window_id") REFERENCES "public"."service_window"("centre_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_staff" ADD CONSTRAINT "window_staff_person_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_placement_by_area" ON "area_placement" USING btree ("centre_id","area_id","ended_on");--> statement-breakpoint
CREATE UNIQUE INDEX "assessed_area_by_code" ON "assessed_area" USING btree ("centre_id","area_code");--> statement-breakpoint
CREATE UNIQUE INDEX "assessed_area_change_by_key" ON "assessed_area_change" USING btree ("centre_id","key");--> statement-breakpoint
CREATE INDEX "authorisation_by_window" ON "authorisation" USING btree ("centre_id","window_id","department_code");--> statement-breakpoint
CREATE UNIQUE INDEX "commitment_by_number" ON "commitment" USING btree ("centre_id","commitment_no");--> statement-breakpoint
CREATE INDEX "commitment_by_status" ON "commitment" USING btree ("centre_id","status","due_on");--> statement-breakpoint
CREATE INDEX "commitment_by_end" ON "commitment" USING btree ("centre_id","status","ended_on");--> statement-breakpoint
CREATE INDEX "commitment_objection_by_status" ON "commitment_objection" USING btree ("centre_id","status","received_on");--> statement-breakpoint
CREATE INDEX "commitment_standard_by_commitment" ON "commitment_standard" USING btree ("centre_id","project_id","commitment_id","department_code");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_record_by_key" ON "credit_record" USING btree ("centre_id","recorded_key");--> statement-breakpoint
CREATE INDEX "credit_record_unrepaired" ON "credit_record" USING btree ("centre_id","enterprise_id","repaired_on");--> statement-breakpoint
CREATE UNIQUE INDEX "deferral_by_item" ON "deferral" USING btree ("centre_id","project_id","item_id");--> statement-breakpoint
CREATE INDEX "deferral_by_status" ON "deferral" USING btree ("centre_id","status","supply_by");--> statement-breakpoint
CREATE INDEX "direction_by_answer" ON "direction" USING btree ("centre_id","kind","answered_on","asked_on");--> statement-breakpoint
CREATE INDEX "finding_by_day" ON "finding" USING btree ("centre_id","found_on","id");--> statement-breakpoint
CREATE INDEX "finding_by_code" ON "finding" USING btree ("centre_id","code","found_on","id");--> statement-breakpoint
CREATE INDEX "finding_by_department" ON "finding" USING btree ("centre_id","department_code","found_on","id");--> statement-breakpoint
CREATE INDEX "handover_by_arrival" ON "handover" USING btree ("centre_id","arrived_on","kind","sent_on");--> statement-breakpoint
CREATE UNIQUE INDEX "manager_cover_by_key" ON "manager_cover" USING btree ("centre_id","recorded_key");--> statement-breakpoint
CREATE INDEX "manager_cover_by_until" ON "manager_cover" USING btree ("centre_id","until","since");--> statement-breakpoint
CREATE UNIQUE INDEX "material_by_name" ON "material" USING btree ("centre_id","project_id","item_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_commitment_by_number" ON "notice_commitment" USING btree ("centre_id","commitment_no");--> statement-breakpoint
CREATE INDEX "notice_commitment_by_status" ON "notice_commitment" USING btree ("centre_id","status","next_due_on");--> statement-breakpoint
CREATE INDEX "notice_commitment_by_end" ON "notice_commitment" USING btree ("centre_id","status","ended_on");--> statement-breakpoint
CREATE INDEX "notice_commitment_by_item" ON "notice_commitment" USING btree ("centre_id","project_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_window_by_code" ON "service_window" USING btree ("centre_id","code");--> statement-breakpoint
CREATE INDEX "signing_code_by_letter" ON "signing_code" USING btree ("centre_id","project_id","letter_kind","subject_id","person_id","id");--> statement-breakpoint
CREATE INDEX "simulated_item_by_status" ON "simulated_item" USING btree ("centre_id","status","valid_to","ready_on");--> statement-breakpoint
CREATE INDEX "simulated_item_by_item" ON "simulated_item" USING btree ("centre_id","project_id","item_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "simulated_run_by_number" ON "simulated_run" USING btree ("centre_id","run_no");--> statement-breakpoint
CREATE INDEX "simulated_run_by_status" ON "simulated_run" USING btree ("centre_id","status","next_expected_on");--> statement-breakpoint
CREATE INDEX "simulated_run_by_saving" ON "simulated_run" USING btree ("centre_id","saved_on","id");--> statement-breakpoint
CREATE INDEX "supervision_check_by_status" ON "supervision_check" USING btree ("centre_id","status","due_on","rectify_by");--> statement-breakpoint
CREATE INDEX "supervision_check_by_commitment" ON "supervision_check" USING btree ("centre_id","project_id","commitment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "window_change_by_key" ON "window_change" USING btree ("centre_id","key");--> statement-breakpoint
CREATE INDEX "window_change_by_window" ON "window_change" USING btree ("centre_id","window_id","id");--> statement-breakpoint
CREATE INDEX "window_staff_by_window" ON "window_staff" USING btree ("centre_id","window_id");--> statement-breakpoint
CREATE INDEX "correction_by_proposed" ON "correction" USING btree ("centre_id","proposed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "issued_document_by_number" ON "issued_document" USING btree ("centre_id","number");--> statement-breakpoint
CREATE INDEX "item_waiting" ON "item" USING btree ("centre_id","decided_on","id") WHERE "item"."delivered_on" is null and "item"."decided_on" is not null;--> statement-breakpoint
CREATE INDEX "joint_review_by_day" ON "joint_review" USING btree ("centre_id","status","meet_on");--> statement-breakpoint
CREATE INDEX "project_by_pack" ON "project" USING btree ("centre_id","pack_id","pack_digest","status");--> statement-breakpoint
CREATE INDEX "project_by_observe_from" ON "project" USING btree ("centre_id","observe_from");