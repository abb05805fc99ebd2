CREATE TABLE `about_progress` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`about` text NOT NULL,
	`marked` integer NOT NULL,
	`score_sum` real NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `course`, `about`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `attempt_items` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`item_id` text NOT NULL,
	`seed` integer NOT NULL,
	`retry_of` integer,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`mode` text NOT NULL,
	`seed` integer NOT NULL,
	`content_version` text NOT NULL,
	`form_key` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_by_form_key` ON `attempts` (`form_key`);--> statement-breakpoint
CREATE INDEX `attempts_by_learner` ON `attempts` (`learner_id`,`course`,`started_at`);--> statement-breakpoint
CREATE TABLE `item_progress` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`item_id` text NOT NULL,
	`tries` integer NOT NULL,
	`last_score` real,
	`best_score` real,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `course`, `item_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `learners` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lesson_progress` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`sections_read` integer NOT NULL,
	`answered` integer NOT NULL,
	`marked` integer NOT NULL,
	`score_sum` real NOT NULL,
	`seconds` integer NOT NULL,
	`quizzes_finished` integer NOT NULL,
	`best_score` real,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `course`, `lesson`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`answer` text NOT NULL,
	`score` real,
	`right` integer,
	`misconceptions` text NOT NULL,
	`content_version` text NOT NULL,
	`form_key` text NOT NULL,
	`seconds` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attempt_id`,`position`) REFERENCES `attempt_items`(`attempt_id`,`position`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_by_position` ON `responses` (`attempt_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_by_form_key` ON `responses` (`form_key`);--> statement-breakpoint
CREATE INDEX `responses_by_learner` ON `responses` (`learner_id`);--> statement-breakpoint
CREATE TABLE `section_reads` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`lesson` text NOT NULL,
	`section` text NOT NULL,
	`seconds` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `course`, `lesson`, `section`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `self_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`ticks` text NOT NULL,
	`form_key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `self_checks_by_form_key` ON `self_checks` (`form_key`);--> statement-breakpoint
CREATE INDEX `self_checks_by_response` ON `self_checks` (`response_id`,`at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_learner` ON `sessions` (`learner_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);