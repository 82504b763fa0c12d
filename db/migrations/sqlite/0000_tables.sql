CREATE TABLE `case_event` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`actor_role` text NOT NULL,
	`happened_on` text,
	`recorded_at` text NOT NULL,
	`back_dated` integer NOT NULL,
	`command_key` text NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `seq`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `centre` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` text,
	`region_code` text NOT NULL,
	`pack_id` text NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `centre_by_code` ON `centre` (`code`);--> statement-breakpoint
CREATE TABLE `command` (
	`centre_id` text NOT NULL,
	`key` text NOT NULL,
	`project_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`digest` text NOT NULL,
	`result` text NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`centre_id`, `key`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `correction` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`notice_no` text NOT NULL,
	`notified_on` text NOT NULL,
	`defects` text NOT NULL,
	`reply_by` text,
	`supplied_on` text,
	`supply_note` text,
	`allowed_by_id` text,
	`allowed_reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `counter` (
	`centre_id` text NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`centre_id`, `name`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `department` (
	`centre_id` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`short_zh` text NOT NULL,
	`short_en` text NOT NULL,
	PRIMARY KEY(`centre_id`, `code`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `enterprise` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`credit_code` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enterprise_by_credit_code` ON `enterprise` (`centre_id`,`credit_code`);--> statement-breakpoint
CREATE TABLE `enterprise_member` (
	`centre_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`centre_id`, `enterprise_id`, `person_id`),
	FOREIGN KEY (`centre_id`,`enterprise_id`) REFERENCES `enterprise`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enterprise_member_by_person` ON `enterprise_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `extension` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`working_days` integer NOT NULL,
	`reason` text NOT NULL,
	`requested_on` text NOT NULL,
	`requested_by_id` text NOT NULL,
	`status` text NOT NULL,
	`decided_on` text,
	`decided_by_id` text,
	`decision_reason` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `extension_by_status` ON `extension` (`centre_id`,`status`,`requested_on`);--> statement-breakpoint
CREATE TABLE `issued_document` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`project_id` text NOT NULL,
	`item_id` text,
	`locale` text NOT NULL,
	`digest` text NOT NULL,
	`pack_id` text NOT NULL,
	`pack_digest` text NOT NULL,
	`case_version` integer NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by_id` text NOT NULL,
	`superseded_by` text,
	`model` text NOT NULL,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issued_document_by_code` ON `issued_document` (`code`);--> statement-breakpoint
CREATE INDEX `issued_document_by_project` ON `issued_document` (`centre_id`,`project_id`,`kind`);--> statement-breakpoint
CREATE TABLE `item` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_no` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`stage` text NOT NULL,
	`type` text NOT NULL,
	`department_code` text NOT NULL,
	`prerequisites` text NOT NULL,
	`planned_on` text NOT NULL,
	`status` text NOT NULL,
	`required` integer NOT NULL,
	`plan_reason` text,
	`committed_working_days` integer,
	`committed_assumed` integer NOT NULL,
	`statutory_days` integer,
	`statutory_unit` text NOT NULL,
	`statutory_starts_at` text NOT NULL,
	`statutory_source` text NOT NULL,
	`received_on` text,
	`received_by_id` text,
	`received_by_name` text,
	`complete_on` text,
	`correction_allowed_reason` text,
	`correction_allowed_by_id` text,
	`accepted_on` text,
	`accepted_by_id` text,
	`accepted_by_name` text,
	`deemed_accepted` integer NOT NULL,
	`joint_acceptance` integer NOT NULL,
	`acceptance_no` text,
	`review_started_on` text,
	`decided_on` text,
	`decided_by_id` text,
	`decided_by_name` text,
	`decision_no` text,
	`decision_reason` text,
	`overdue_reason` text,
	`issued_on` text,
	`delivered_on` text,
	`delivery_method` text,
	`ended_on` text,
	`running` integer NOT NULL,
	`paused` integer NOT NULL,
	`committed_due_on` text,
	`statutory_due_on` text,
	`due_on` text,
	`due_provisional` integer NOT NULL,
	`warn_from` text,
	`late_from` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_by_number` ON `item` (`centre_id`,`item_no`);--> statement-breakpoint
CREATE INDEX `item_by_project` ON `item` (`centre_id`,`project_id`,`status`);--> statement-breakpoint
CREATE INDEX `item_by_late_from` ON `item` (`centre_id`,`running`,`late_from`,`id`,`warn_from`,`paused`,`department_code`);--> statement-breakpoint
CREATE INDEX `item_by_status` ON `item` (`centre_id`,`status`,`complete_on`,`id`);--> statement-breakpoint
CREATE INDEX `item_by_department` ON `item` (`centre_id`,`department_code`,`status`,`due_on`);--> statement-breakpoint
CREATE TABLE `joint_review` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`stage` text NOT NULL,
	`lead_department_code` text NOT NULL,
	`convened_on` text NOT NULL,
	`reply_by` text,
	`department_codes` text NOT NULL,
	`status` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `joint_review_by_status` ON `joint_review` (`centre_id`,`status`,`convened_on`);--> statement-breakpoint
CREATE TABLE `note` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`noted_on` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`shown_to_investor` integer NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opinion` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`review_id` text NOT NULL,
	`department_code` text NOT NULL,
	`stance` text NOT NULL,
	`conditions` text NOT NULL,
	`given_on` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`review_id`) REFERENCES `joint_review`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pack_version` (
	`digest` text PRIMARY KEY NOT NULL,
	`pack_id` text NOT NULL,
	`pack` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_in_name` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`locale` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_by_sign_in_name` ON `person` (`sign_in_name`);--> statement-breakpoint
CREATE TABLE `person_role` (
	`centre_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`department_code` text,
	PRIMARY KEY(`centre_id`, `person_id`, `role`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`centre_id`,`department_code`) REFERENCES `department`(`centre_id`,`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_role_by_person` ON `person_role` (`person_id`);--> statement-breakpoint
CREATE TABLE `procedure` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`stops` text NOT NULL,
	`notice_no` text,
	`told_working_days` integer,
	`reason` text NOT NULL,
	`opened_on` text NOT NULL,
	`opened_by_id` text NOT NULL,
	`closed_on` text,
	`outcome` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `project` (
	`centre_id` text NOT NULL,
	`id` text NOT NULL,
	`project_no` text NOT NULL,
	`query_code` text NOT NULL,
	`project_code` text,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`pack_id` text NOT NULL,
	`pack_digest` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`enterprise_name` text NOT NULL,
	`credit_code` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`site` text NOT NULL,
	`investment_wan` real,
	`key_project` integer NOT NULL,
	`green_channel` integer NOT NULL,
	`attracted_investment` integer NOT NULL,
	`agent_id` text,
	`agent_name` text,
	`status` text NOT NULL,
	`screening` text NOT NULL,
	`registered_on` text NOT NULL,
	`plan_confirmed_on` text,
	`completed_on` text,
	`budget_working_days` integer,
	`warn_from` text,
	`late_from` text,
	`next_due_on` text,
	`item_count` integer NOT NULL,
	`closed_count` integer NOT NULL,
	`running_count` integer NOT NULL,
	`paused_count` integer NOT NULL,
	`correcting_count` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`head_seq` integer NOT NULL,
	`head_hash` text NOT NULL,
	`search_text` text NOT NULL,
	`grams` text NOT NULL,
	PRIMARY KEY(`centre_id`, `id`),
	FOREIGN KEY (`centre_id`,`enterprise_id`) REFERENCES `enterprise`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_by_number` ON `project` (`centre_id`,`project_no`);--> statement-breakpoint
CREATE INDEX `project_by_status` ON `project` (`centre_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `project_by_updated` ON `project` (`centre_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `project_by_agent` ON `project` (`centre_id`,`agent_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `project_by_enterprise` ON `project` (`centre_id`,`enterprise_id`);--> statement-breakpoint
CREATE INDEX `project_by_late_from` ON `project` (`centre_id`,`late_from`,`warn_from`,`id`);--> statement-breakpoint
CREATE INDEX `project_by_due` ON `project` (`centre_id`,`next_due_on`,`id`);--> statement-breakpoint
CREATE INDEX `project_by_name` ON `project` (`centre_id`,`name`,`id`);--> statement-breakpoint
CREATE TABLE `review_step` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`code` text NOT NULL,
	`done_on` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`remark` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`centre_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`centre_id`,`person_id`,`role`) REFERENCES `person_role`(`centre_id`,`person_id`,`role`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_person` ON `session` (`person_id`);