CREATE TABLE `beliefs` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`topic` text NOT NULL,
	`probabilities` text NOT NULL,
	`answers` integer NOT NULL,
	`version` text NOT NULL,
	`last_at` integer NOT NULL,
	`last_id` text NOT NULL,
	PRIMARY KEY(`learner_id`, `course`, `topic`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `attempt_items` ADD `why` text;