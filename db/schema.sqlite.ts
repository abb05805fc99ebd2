/** What `drizzle-kit generate` reads to write the next migration. */
import { sqliteColumns } from './columns.sqlite.ts';
import { defineTables } from './tables.ts';

export const {
  learners,
  sessions,
  accounts,
  passkeys,
  challenges,
  links,
  audit,
  attempts,
  attemptItems,
  responses,
  undone,
  selfChecks,
  sectionReads,
  certificates,
  lessonProgress,
  itemProgress,
  aboutProgress,
  reviewCards,
  reviewLimits,
  cohorts,
  cohortInstructors,
  cohortMembers,
  invitations,
  notes,
  assignments,
  extensions,
  drafts,
  contentVersions,
} = defineTables(sqliteColumns);
