CREATE TABLE `content_versions` (
	`course` text NOT NULL,
	`version` text NOT NULL,
	`snapshot` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	PRIMARY KEY(`course`, `version`)
);
