CREATE TABLE `acceptance_bundle` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`code` text,
	`name_zh` text,
	`name_en` text,
	`acceptance_no` text NOT NULL,
	`item_ids` text NOT NULL,
	`accepted_on` text NOT NULL,
	`window_id` text,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `area_placement` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`area_id` text NOT NULL,
	`area_code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`assessments` text NOT NULL,
	`spares` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source_document` text NOT NULL,
	`placed_on` text NOT NULL,
	`reason` text,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`ended_on` text,
	`ended_reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_placement_by_area` ON `area_placement` (`centre_id`,`area_id`,`ended_on`);--> statement-breakpoint
CREATE TABLE `assessed_area` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`area_code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`assessments` text NOT NULL,
	`spares` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source_document` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessed_area_by_code` ON `assessed_area` (`centre_id`,`area_code`);--> statement-breakpoint
CREATE TABLE `assessed_area_change` (
	`centre_id` text NOT NULL,
	`area_id` text NOT NULL,
	`version` integer NOT NULL,
	`facts` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`recorded_at` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`centre_id`, `area_id`, `version`),
	FOREIGN KEY (`centre_id`,`area_id`) REFERENCES `assessed_area`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessed_area_change_by_key` ON `assessed_area_change` (`centre_id`,`key`);--> statement-breakpoint
CREATE TABLE `authorisation` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`window_id` text NOT NULL,
	`department_code` text NOT NULL,
	`item_codes` text,
	`letter_no` text NOT NULL,
	`signed_by` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`revoked_on` text,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`,`window_id`) REFERENCES `service_window`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`department_code`) REFERENCES `department`(`centre_id`,`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `authorisation_by_window` ON `authorisation` (`centre_id`,`window_id`,`department_code`);--> statement-breakpoint
CREATE TABLE `commitment` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`commitment_no` text NOT NULL,
	`status` text NOT NULL,
	`proposed_on` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`proposed_by_name` text NOT NULL,
	`appraised_on` text,
	`appraised_by_id` text,
	`appraised_by_name` text,
	`appraisal_reason` text,
	`area_code` text,
	`standards_no` text,
	`standards_on` text,
	`letter_signature_id` text,
	`promised_on` text,
	`round` integer NOT NULL,
	`prechecked_on` text,
	`prechecked_by_name` text,
	`defects` text NOT NULL,
	`supplemented_on` text,
	`supplement_note` text,
	`publicity_from` text,
	`publicity_to` text,
	`publicity_assumed` integer NOT NULL,
	`publicity_at` text,
	`in_force_on` text,
	`in_force_by_name` text,
	`completed_on` text,
	`verified_on` text,
	`fulfilled_on` text,
	`reward` text,
	`breached_on` text,
	`breach_by_id` text,
	`breach_by_name` text,
	`breach_no` text,
	`breach_reason` text,
	`penalty_yuan` integer,
	`penalty_basis` text,
	`ended_on` text,
	`end_reason` text,
	`due_on` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitment_by_number` ON `commitment` (`centre_id`,`commitment_no`);--> statement-breakpoint
CREATE INDEX `commitment_by_status` ON `commitment` (`centre_id`,`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `commitment_by_end` ON `commitment` (`centre_id`,`status`,`ended_on`);--> statement-breakpoint
CREATE TABLE `commitment_objection` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`commitment_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`objector` text NOT NULL,
	`text` text NOT NULL,
	`received_on` text NOT NULL,
	`received_by_name` text NOT NULL,
	`status` text NOT NULL,
	`ruled_on` text,
	`ruled_by_name` text,
	`ruling_reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`commitment_id`) REFERENCES `commitment`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_objection_by_status` ON `commitment_objection` (`centre_id`,`status`,`received_on`);--> statement-breakpoint
CREATE TABLE `commitment_standard` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`commitment_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`indicator` text NOT NULL,
	`condition` text NOT NULL,
	`value` text NOT NULL,
	`due_on` text,
	`department_code` text NOT NULL,
	`item_id` text,
	`code` text,
	`effect` text,
	`added_on` text NOT NULL,
	`added_by_name` text NOT NULL,
	`outcome` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`commitment_id`) REFERENCES `commitment`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_standard_by_commitment` ON `commitment_standard` (`centre_id`,`project_id`,`commitment_id`,`department_code`);--> statement-breakpoint
CREATE TABLE `credit_record` (
	`centre_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_by_id` text NOT NULL,
	`recorded_by_name` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_key` text NOT NULL,
	`repaired_on` text,
	`repair_reason` text,
	`repaired_by_id` text,
	`repaired_by_name` text,
	`repaired_at` text,
	`repaired_key` text,
	PRIMARY KEY(`centre_id`, `enterprise_id`, `id`),
	FOREIGN KEY (`centre_id`,`enterprise_id`) REFERENCES `enterprise`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credit_record_by_key` ON `credit_record` (`centre_id`,`recorded_key`);--> statement-breakpoint
CREATE INDEX `credit_record_unrepaired` ON `credit_record` (`centre_id`,`enterprise_id`,`repaired_on`);--> statement-breakpoint
CREATE TABLE `deferral` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`notice_no` text NOT NULL,
	`promise_no` text,
	`promised_by` text,
	`missing` text NOT NULL,
	`supplied` text NOT NULL,
	`waived` text DEFAULT '[]' NOT NULL,
	`granted_on` text NOT NULL,
	`granted_by_id` text NOT NULL,
	`granted_by_name` text NOT NULL,
	`supply_by` text NOT NULL,
	`extended_from` text,
	`extended_reason` text,
	`extended_by_id` text,
	`proposed_on` text,
	`status` text NOT NULL,
	`outcome` text,
	`outcome_reason` text,
	`outcome_no` text,
	`ended_on` text,
	`ended_by_id` text,
	`ended_by_name` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deferral_by_item` ON `deferral` (`centre_id`,`project_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `deferral_by_status` ON `deferral` (`centre_id`,`status`,`supply_by`);--> statement-breakpoint
CREATE TABLE `direction` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`body` text,
	`place` text,
	`asked_on` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`asked_by_name` text NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_by_id` text,
	`answered_by_name` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `direction_by_answer` ON `direction` (`centre_id`,`kind`,`answered_on`,`asked_on`);--> statement-breakpoint
CREATE TABLE `finding` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text,
	`code` text NOT NULL,
	`subject` text,
	`department_code` text,
	`found_on` text NOT NULL,
	`facts` text NOT NULL,
	`by_rule` integer NOT NULL,
	`evidence` text,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`event_seq` integer,
	`status` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_by_day` ON `finding` (`centre_id`,`found_on`,`id`);--> statement-breakpoint
CREATE INDEX `finding_by_code` ON `finding` (`centre_id`,`code`,`found_on`,`id`);--> statement-breakpoint
CREATE INDEX `finding_by_department` ON `finding` (`centre_id`,`department_code`,`found_on`,`id`);--> statement-breakpoint
CREATE TABLE `forwarding` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`level` text NOT NULL,
	`upper_body` text NOT NULL,
	`person_in_charge` text NOT NULL,
	`letter_no` text NOT NULL,
	`sent_on` text NOT NULL,
	`sent_by_id` text NOT NULL,
	`sent_by_name` text NOT NULL,
	`upper_receipt_on` text,
	`upper_no` text,
	`upper_limit_working_days` integer,
	`returned_on` text,
	`return_reason` text,
	`result_on` text,
	`granted` integer,
	`result_no` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `handover` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`item_ids` text NOT NULL,
	`department_code` text,
	`window_id` text,
	`pieces` integer,
	`contents` text,
	`carrier` text,
	`tracking_no` text,
	`sent_on` text NOT NULL,
	`sent_by_id` text NOT NULL,
	`sent_by_name` text NOT NULL,
	`arrived_on` text,
	`received_by` text,
	`identity_checked` integer,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_by_arrival` ON `handover` (`centre_id`,`arrived_on`,`kind`,`sent_on`);--> statement-breakpoint
CREATE TABLE `manager_cover` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`for_id` text NOT NULL,
	`for_name` text NOT NULL,
	`stand_in_id` text NOT NULL,
	`stand_in_name` text NOT NULL,
	`project_id` text,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`reason` text NOT NULL,
	`ended_on` text,
	`recorded_at` text NOT NULL,
	`recorded_key` text NOT NULL,
	`ended_by_id` text,
	`ended_by_name` text,
	`ended_at` text,
	`ended_key` text,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`for_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `manager_cover_by_key` ON `manager_cover` (`centre_id`,`recorded_key`);--> statement-breakpoint
CREATE INDEX `manager_cover_by_until` ON `manager_cover` (`centre_id`,`until`,`since`);--> statement-breakpoint
CREATE TABLE `material` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`originals` integer NOT NULL,
	`copies` integer NOT NULL,
	`electronic` integer NOT NULL,
	`files` text NOT NULL,
	`reused_from_id` text,
	`brought_on` text,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`waived_reason` text,
	`waived_by_id` text,
	`waived_by_name` text,
	`waived_on` text,
	`extra_reason` text,
	`returned_reason` text,
	`returned_on` text,
	`note` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `material_by_name` ON `material` (`centre_id`,`project_id`,`item_id`,`name`);--> statement-breakpoint
CREATE TABLE `notice_commitment` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`commitment_no` text NOT NULL,
	`item_id` text NOT NULL,
	`code` text NOT NULL,
	`department_code` text NOT NULL,
	`status` text NOT NULL,
	`notice_no` text NOT NULL,
	`told_on` text NOT NULL,
	`told_by_id` text NOT NULL,
	`told_by_name` text NOT NULL,
	`standards` text NOT NULL,
	`replaces` text NOT NULL,
	`chosen_on` text,
	`chosen_by_id` text,
	`chosen_by_name` text,
	`manners` text NOT NULL,
	`signature_id` text,
	`signed_on` text,
	`decided_on` text,
	`decided_by_id` text,
	`decided_by_name` text,
	`late_reason` text,
	`check_working_days` integer,
	`check_due_on` text,
	`check_set_by_id` text,
	`check_set_by_name` text,
	`check_set_reason` text,
	`checks` text NOT NULL,
	`checked_on` text,
	`rectify_by` text,
	`more_time_reason` text,
	`next_due_on` text,
	`revocation_no` text,
	`revoked_on` text,
	`closed_on` text,
	`ended_on` text,
	`reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_commitment_by_number` ON `notice_commitment` (`centre_id`,`commitment_no`);--> statement-breakpoint
CREATE INDEX `notice_commitment_by_status` ON `notice_commitment` (`centre_id`,`status`,`next_due_on`);--> statement-breakpoint
CREATE INDEX `notice_commitment_by_end` ON `notice_commitment` (`centre_id`,`status`,`ended_on`);--> statement-breakpoint
CREATE INDEX `notice_commitment_by_item` ON `notice_commitment` (`centre_id`,`project_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `precheck` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`verdict` text NOT NULL,
	`remarks` text NOT NULL,
	`checked_on` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`window_id` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_silence` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`review_id` text NOT NULL,
	`department_code` text NOT NULL,
	`outcome` text NOT NULL,
	`basis` text NOT NULL,
	`reason` text NOT NULL,
	`recorded_on` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`review_id`) REFERENCES `joint_review`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `service_window` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`kind_code` text,
	`area_code` text,
	`department_codes` text NOT NULL,
	`closed_on` text,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_window_by_code` ON `service_window` (`centre_id`,`code`);--> statement-breakpoint
CREATE TABLE `settled_condition` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`review_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`text` text NOT NULL,
	`relation` text NOT NULL,
	`sources` text NOT NULL,
	`note` text,
	`settled_on` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`replaced_by_id` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`review_id`) REFERENCES `joint_review`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `signature` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`letter_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`digest` text NOT NULL,
	`typed_name` text NOT NULL,
	`method` text NOT NULL,
	`signed_at` text NOT NULL,
	`address` text,
	`checked_by_name` text,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`withdrawn_on` text,
	`withdrawn_reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `signing_code` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`project_id` text NOT NULL,
	`letter_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`proof` text NOT NULL,
	`issued_by_id` text NOT NULL,
	`issued_by_name` text NOT NULL,
	`issued_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`tries_left` integer NOT NULL,
	`used_at` text,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `signing_code_by_letter` ON `signing_code` (`centre_id`,`project_id`,`letter_kind`,`subject_id`,`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `simulated_item` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`run_id` text NOT NULL,
	`item_id` text NOT NULL,
	`code` text NOT NULL,
	`department_code` text NOT NULL,
	`status` text NOT NULL,
	`applied_on` text NOT NULL,
	`accepted_on` text,
	`review_started_on` text,
	`correction_on` text,
	`correction_defects` text NOT NULL,
	`correction_supplied_on` text,
	`correction_note` text,
	`opinion_on` text,
	`opinion_no` text,
	`opinion_by_id` text,
	`opinion_by_name` text,
	`stance` text,
	`conditions` text NOT NULL,
	`valid_to` text,
	`valid_months` integer,
	`validity_assumed` integer NOT NULL,
	`basis` text NOT NULL,
	`materials` text NOT NULL,
	`facts` text NOT NULL,
	`ready_on` text,
	`differences` text NOT NULL,
	`differences_confirmed_on` text,
	`differences_confirmed_by_id` text,
	`differences_confirmed_by_name` text,
	`differences_note` text,
	`conversion_correction_on` text,
	`conversion_defects` text NOT NULL,
	`conversion_supplied_on` text,
	`conversion_note` text,
	`converted_on` text,
	`conversion_from` text,
	`blocked_by` text NOT NULL,
	`ended_on` text,
	`end_cause` text,
	`reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`run_id`) REFERENCES `simulated_run`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `simulated_item_by_status` ON `simulated_item` (`centre_id`,`status`,`valid_to`,`ready_on`);--> statement-breakpoint
CREATE INDEX `simulated_item_by_item` ON `simulated_item` (`centre_id`,`project_id`,`item_id`,`status`);--> statement-breakpoint
CREATE TABLE `simulated_run` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`run_no` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`applied_on` text NOT NULL,
	`applied_by_id` text NOT NULL,
	`applied_by_name` text NOT NULL,
	`missing` text NOT NULL,
	`next_expected_on` text,
	`lead_department_code` text NOT NULL,
	`letter_signature_id` text,
	`asked_back_on` text,
	`asked_back_reason` text,
	`answer` text,
	`answered_on` text,
	`reviewed_on` text,
	`reviewed_by_id` text,
	`reviewed_by_name` text,
	`review_reason` text,
	`trigger_document` text,
	`triggered_on` text,
	`ended_on` text,
	`end_cause` text,
	`end_reason` text,
	`saved_working_days` integer,
	`saved_on` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `simulated_run_by_number` ON `simulated_run` (`centre_id`,`run_no`);--> statement-breakpoint
CREATE INDEX `simulated_run_by_status` ON `simulated_run` (`centre_id`,`status`,`next_expected_on`);--> statement-breakpoint
CREATE INDEX `simulated_run_by_saving` ON `simulated_run` (`centre_id`,`saved_on`,`id`);--> statement-breakpoint
CREATE TABLE `supervision_check` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`commitment_id` text NOT NULL,
	`point` text NOT NULL,
	`status` text NOT NULL,
	`due_on` text,
	`done_on` text,
	`checked_by_id` text,
	`checked_by_name` text,
	`department_code` text,
	`outcome` text,
	`findings` text NOT NULL,
	`evidence` text NOT NULL,
	`rectify_by` text,
	`rechecked_on` text,
	`rechecked_by_id` text,
	`rechecked_by_name` text,
	`recheck_evidence` text NOT NULL,
	`recheck_note` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`commitment_id`) REFERENCES `commitment`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supervision_check_by_status` ON `supervision_check` (`centre_id`,`status`,`due_on`,`rectify_by`);--> statement-breakpoint
CREATE INDEX `supervision_check_by_commitment` ON `supervision_check` (`centre_id`,`project_id`,`commitment_id`);--> statement-breakpoint
CREATE TABLE `waiting_seen` (
	`centre_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`since` text NOT NULL,
	`seen_at` text NOT NULL,
	PRIMARY KEY(`centre_id`, `person_id`, `kind`, `subject_id`, `since`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `window_change` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`window_id` text NOT NULL,
	`key` text NOT NULL,
	`change` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`,`window_id`) REFERENCES `service_window`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `window_change_by_key` ON `window_change` (`centre_id`,`key`);--> statement-breakpoint
CREATE INDEX `window_change_by_window` ON `window_change` (`centre_id`,`window_id`,`id`);--> statement-breakpoint
CREATE TABLE `window_staff` (
	`centre_id` text NOT NULL,
	`person_id` text NOT NULL,
	`window_id` text NOT NULL,
	`since` text NOT NULL,
	`certificate_no` text,
	`certificate_valid_to` text,
	PRIMARY KEY(`centre_id`, `person_id`),
	FOREIGN KEY (`centre_id`,`window_id`) REFERENCES `service_window`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `window_staff_by_window` ON `window_staff` (`centre_id`,`window_id`);--> statement-breakpoint
ALTER TABLE `correction` ADD `proposed_on` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome_ground` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome_reason` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome_no` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome_on` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome_by_id` text;--> statement-breakpoint
ALTER TABLE `correction` ADD `outcome_by_name` text;--> statement-breakpoint
CREATE INDEX `correction_by_proposed` ON `correction` (`centre_id`,`proposed_on`);--> statement-breakpoint
ALTER TABLE `issued_document` ADD `subject_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `issued_document_by_number` ON `issued_document` (`centre_id`,`number`);--> statement-breakpoint
ALTER TABLE `item` ADD `spared_by_area` text;--> statement-breakpoint
ALTER TABLE `item` ADD `promised_as` text;--> statement-breakpoint
ALTER TABLE `item` ADD `promised_on` text;--> statement-breakpoint
ALTER TABLE `item` ADD `granted_with_gap` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `item` ADD `channel` text;--> statement-breakpoint
ALTER TABLE `item` ADD `window_id` text;--> statement-breakpoint
ALTER TABLE `item` ADD `window_name_zh` text;--> statement-breakpoint
ALTER TABLE `item` ADD `window_name_en` text;--> statement-breakpoint
ALTER TABLE `item` ADD `window_kind` text;--> statement-breakpoint
ALTER TABLE `item` ADD `window_authorised` integer;--> statement-breakpoint
ALTER TABLE `item` ADD `posted_on` text;--> statement-breakpoint
ALTER TABLE `item` ADD `delivery_due_on` text;--> statement-breakpoint
ALTER TABLE `item` ADD `pickup_by` text;--> statement-breakpoint
CREATE INDEX `item_waiting` ON `item` (`centre_id`,`decided_on`,`id`) WHERE "item"."delivered_on" is null and "item"."decided_on" is not null;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `mode` text DEFAULT 'conference' NOT NULL;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `item_id` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `meet_on` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `meet_time` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `place` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `link` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `materials_wanted` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `moved_reason` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `held_on` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `attendance` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `minutes` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `merged_on` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `merged_no` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `merged_stance` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `merged_reason` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `merged_by_id` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `merged_by_name` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `cancelled_on` text;--> statement-breakpoint
ALTER TABLE `joint_review` ADD `cancelled_reason` text;--> statement-breakpoint
CREATE INDEX `joint_review_by_day` ON `joint_review` (`centre_id`,`status`,`meet_on`);--> statement-breakpoint
ALTER TABLE `opinion` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `project` ADD `parcel_no` text;--> statement-breakpoint
ALTER TABLE `project` ADD `scheme_no` text;--> statement-breakpoint
ALTER TABLE `project` ADD `floor_area_sqm` real;--> statement-breakpoint
ALTER TABLE `project` ADD `observe_from` text DEFAULT '1970-01-01';--> statement-breakpoint
CREATE INDEX `project_by_pack` ON `project` (`centre_id`,`pack_id`,`pack_digest`,`status`);--> statement-breakpoint
CREATE INDEX `project_by_observe_from` ON `project` (`centre_id`,`observe_from`);