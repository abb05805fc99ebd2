/** What follows from the log and can be made anew from it. */
import type { CardId, Rating } from '#app/learning/review/card.ts';
import type { Columns } from '../columns.sqlite.ts';
import { probabilitiesColumn, recentColumn } from '../json.ts';
import type { LearnerId } from './people.ts';

/** Returns the tables of progress and review. */
export function derived(c: Columns, learnerId: LearnerId) {
  const lessonProgress = c.table(
    'lesson_progress',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      lesson: c.text('lesson').notNull(),
      sectionsRead: c.integer('sections_read').notNull(),
      answered: c.integer('answered').notNull(),
      marked: c.integer('marked').notNull(),
      scoreSum: c.real('score_sum').notNull(),
      seconds: c.integer('seconds').notNull(),
      quizzesFinished: c.integer('quizzes_finished').notNull(),
      bestScore: c.real('best_score'),
      lastAt: c.instant('last_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course, t.lesson] })],
  );
  const itemProgress = c.table(
    'item_progress',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      itemId: c.text('item_id').notNull(),
      tries: c.integer('tries').notNull(),
      lastScore: c.real('last_score'),
      bestScore: c.real('best_score'),
      lastAt: c.instant('last_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course, t.itemId] })],
  );
  const aboutProgress = c.table(
    'about_progress',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      about: c.text('about').notNull(),
      marked: c.integer('marked').notNull(),
      scoreSum: c.real('score_sum').notNull(),
      lastAt: c.instant('last_at').notNull(),
      recent: c.json('recent', recentColumn).notNull().default([]),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course, t.about] })],
  );
  /** What is remembered of each criterion, question and misconception, and when it is due for review. */
  const reviewCards = c.table(
    'review_cards',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      card: c.text('card').$type<CardId>().notNull(),
      stability: c.real('stability').notNull(),
      difficulty: c.real('difficulty').notNull(),
      days: c.integer('days').notNull(),
      reps: c.integer('reps').notNull(),
      lapses: c.integer('lapses').notNull(),
      lastAt: c.instant('last_at').notNull(),
      dueAt: c.instant('due_at').notNull(),
      lastRating: c.text('last_rating').$type<Rating>().notNull(),
      firstReviewAt: c.instant('first_review_at'),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course, t.card] })],
  );
  /** What the learner probably believes, of the definition and of each question asked after it. */
  const beliefs = c.table(
    'beliefs',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      topic: c.text('topic').notNull(),
      probabilities: c.json('probabilities', probabilitiesColumn).notNull(),
      answers: c.integer('answers').notNull(),
      version: c.text('version').notNull(),
      lastAt: c.instant('last_at').notNull(),
      lastId: c.id('last_id').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course, t.topic] })],
  );
  return { lessonProgress, itemProgress, aboutProgress, reviewCards, beliefs };
}
