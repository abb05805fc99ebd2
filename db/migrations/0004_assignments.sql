CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`lessons` text NOT NULL,
	`items` text NOT NULL,
	`shuffled` integer NOT NULL,
	`attempts_allowed` integer,
	`counts` text NOT NULL,
	`minutes` integer,
	`held` integer NOT NULL,
	`seed` integer NOT NULL,
	`content_version` text NOT NULL,
	`opens_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`form_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_by_form_key` ON `assignments` (`form_key`);--> statement-breakpoint
CREATE INDEX `assignments_by_cohort` ON `assignments` (`cohort_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`form` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`,`position`) REFERENCES `attempt_items`(`attempt_id`,`position`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `extensions` (
	`assignment_id` text NOT NULL,
	`learner_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`extra_minutes` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `learner_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `extensions_by_learner` ON `extensions` (`learner_id`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `assignment_id` text REFERENCES assignments(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `attempts` ADD `deadline` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `held` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `released_at` integer;--> statement-breakpoint
CREATE INDEX `attempts_by_assignment` ON `attempts` (`assignment_id`,`learner_id`);