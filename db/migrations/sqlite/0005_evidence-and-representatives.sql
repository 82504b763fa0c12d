CREATE TABLE `evidence_file` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`round` integer NOT NULL,
	`digest` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`media_type` text NOT NULL,
	`added_on` text NOT NULL,
	`added_at` text NOT NULL,
	`afterwards` integer NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`) REFERENCES `project`(`centre_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_file_by_content` ON `evidence_file` (`centre_id`,`project_id`,`subject_id`,`subject_kind`,`round`,`digest`);--> statement-breakpoint
CREATE TABLE `explanation` (
	`centre_id` text NOT NULL,
	`project_id` text NOT NULL,
	`id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`asked_on` text,
	`asked_by_name` text,
	`question` text,
	`reason` text,
	`defects` text NOT NULL,
	`given_on` text,
	`given_by_id` text,
	`given_by_name` text,
	`ruling` text,
	`ruled_on` text,
	`ruled_by_id` text,
	`ruled_by_name` text,
	PRIMARY KEY(`centre_id`, `project_id`, `id`),
	FOREIGN KEY (`centre_id`,`project_id`,`item_id`) REFERENCES `item`(`centre_id`,`project_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `explanation_by_status` ON `explanation` (`centre_id`,`status`,`kind`);--> statement-breakpoint
CREATE INDEX `explanation_of_item` ON `explanation` (`centre_id`,`project_id`,`item_id`);--> statement-breakpoint
ALTER TABLE `project` ADD `legal_representative` text;--> statement-breakpoint
ALTER TABLE `signature` ADD `capacity` text;--> statement-breakpoint
ALTER TABLE `signature` ADD `authorisation` text;--> statement-breakpoint
ALTER TABLE `supervision_check` ADD `checked_for_id` text;--> statement-breakpoint
ALTER TABLE `supervision_check` ADD `rechecked_for_id` text;--> statement-breakpoint
ALTER TABLE `supervision_check` ADD `looks` integer DEFAULT 0 NOT NULL;