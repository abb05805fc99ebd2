CREATE TABLE `review_cards` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`card` text NOT NULL,
	`stability` real NOT NULL,
	`difficulty` real NOT NULL,
	`days` integer NOT NULL,
	`reps` integer NOT NULL,
	`lapses` integer NOT NULL,
	`last_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`last_rating` text NOT NULL,
	`first_review_at` integer,
	PRIMARY KEY(`learner_id`, `course`, `card`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `review_limits` (
	`learner_id` text NOT NULL,
	`course` text NOT NULL,
	`new_per_day` integer NOT NULL,
	`per_day` integer NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `course`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `undone` (
	`response_id` text PRIMARY KEY NOT NULL,
	`form_key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `undone_by_form_key` ON `undone` (`form_key`);--> statement-breakpoint
ALTER TABLE `about_progress` ADD `recent` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `card` text;