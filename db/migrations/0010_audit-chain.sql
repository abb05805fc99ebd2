CREATE TABLE `audit_chain` (
	`seq` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`actor_mark` text,
	`subject_mark` text,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_chain_by_entry` ON `audit_chain` (`entry_id`);--> statement-breakpoint
CREATE TRIGGER `audit_entries_stay_as_written` BEFORE UPDATE ON `audit`
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.action IS NOT OLD.action OR NEW.detail IS NOT OLD.detail
  OR (NEW.actor_id IS NOT NULL AND NEW.actor_id IS NOT OLD.actor_id)
  OR (NEW.subject_id IS NOT NULL AND NEW.subject_id IS NOT OLD.subject_id)
BEGIN SELECT RAISE(ABORT, 'Entries of the audit log are only added.'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_go_when_announced` BEFORE DELETE ON `audit`
WHEN NOT EXISTS (
  SELECT 1 FROM `audit_chain` c JOIN `audit` a ON a.action = 'log-shortened' AND CAST(substr(a.detail, 13) AS INTEGER) >= c.seq
  WHERE c.entry_id = OLD.id
)
BEGIN SELECT RAISE(ABORT, 'Entries of the audit log are only added.'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_stay_as_written` BEFORE UPDATE ON `audit_chain`
BEGIN SELECT RAISE(ABORT, 'Seals of the audit log are only added.'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_go_when_announced` BEFORE DELETE ON `audit_chain`
WHEN NOT EXISTS (SELECT 1 FROM `audit` a WHERE a.action = 'log-shortened' AND CAST(substr(a.detail, 13) AS INTEGER) >= OLD.seq)
BEGIN SELECT RAISE(ABORT, 'Seals of the audit log are only added.'); END;
