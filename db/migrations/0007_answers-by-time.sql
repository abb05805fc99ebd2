DROP INDEX `responses_by_learner`;--> statement-breakpoint
CREATE INDEX `responses_by_learner` ON `responses` (`learner_id`,`at`);