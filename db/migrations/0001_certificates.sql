CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`code` text NOT NULL,
	`course` text NOT NULL,
	`name` text NOT NULL,
	`shown` text NOT NULL,
	`content_version` text NOT NULL,
	`form_key` text NOT NULL,
	`issued_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_by_code` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_by_form_key` ON `certificates` (`form_key`);--> statement-breakpoint
CREATE INDEX `certificates_by_learner` ON `certificates` (`learner_id`,`course`);