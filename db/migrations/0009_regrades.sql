CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`disputed` text NOT NULL,
	`statement` text NOT NULL,
	`at` integer NOT NULL,
	`form_key` text NOT NULL,
	`accepted` integer,
	`reply` text,
	`replied_by` text,
	`replied_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`replied_by`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_by_form_key` ON `disputes` (`form_key`);--> statement-breakpoint
CREATE INDEX `disputes_by_response` ON `disputes` (`response_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_learner` ON `disputes` (`learner_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_cohort` ON `disputes` (`cohort_id`,`replied_at`);--> statement-breakpoint
CREATE TABLE `regraded_attempts` (
	`attempt_id` text NOT NULL,
	`regrade_id` text NOT NULL,
	`before` real,
	`after` real,
	`applied_at` integer,
	`undone_at` integer,
	PRIMARY KEY(`attempt_id`, `regrade_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`regrade_id`) REFERENCES `regrades`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `regraded_attempts_by_regrade` ON `regraded_attempts` (`regrade_id`,`undone_at`,`applied_at`);--> statement-breakpoint
CREATE TABLE `regraded_marks` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`regrade_id` text NOT NULL,
	`score` real,
	`right` integer,
	`misconceptions` text NOT NULL,
	`voided` integer NOT NULL,
	`in_force` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `position`, `regrade_id`),
	FOREIGN KEY (`regrade_id`) REFERENCES `regrades`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attempt_id`,`position`) REFERENCES `attempt_items`(`attempt_id`,`position`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `regraded_marks_by_regrade` ON `regraded_marks` (`regrade_id`);--> statement-breakpoint
CREATE TABLE `regrades` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text,
	`basis` text NOT NULL,
	`changed` text NOT NULL,
	`note` text NOT NULL,
	`applied` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	`under_way` integer NOT NULL,
	`form_key` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`undone_by`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regrades_by_form_key` ON `regrades` (`form_key`);--> statement-breakpoint
CREATE INDEX `regrades_by_assignment` ON `regrades` (`assignment_id`,`decided_at`);