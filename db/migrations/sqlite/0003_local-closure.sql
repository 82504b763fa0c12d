CREATE TABLE `local_closure` (
	`centre_id` text NOT NULL,
	`day` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`centre_id`, `day`),
	FOREIGN KEY (`centre_id`) REFERENCES `centre`(`id`) ON UPDATE no action ON DELETE no action
);
