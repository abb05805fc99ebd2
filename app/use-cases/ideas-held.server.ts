/** The mistaken ideas that a learner more likely than not goes by, and where the course answers them. */
import type { Course } from '#app/course/course.ts';
import { ideasNamed } from '#app/learning/diagnosis/named.ts';
import { beliefsIn } from '#app/learning/diagnosis/rows.ts';
import { topicsOf } from '#app/learning/diagnosis/states.ts';
import { beliefRowsOf } from '#db/beliefs.ts';
import type { Database } from '#db/database.ts';
import { lessonOn } from './lesson-on.ts';

export interface IdeaHeld {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly tempts: string;
  readonly breaks: string;
  /** 0 to 1. */
  readonly probability: number;
  readonly answers: number;
  /** As `lessonOn` finds it. */
  readonly lesson: ReturnType<typeof lessonOn>;
}

/** Returns them, the most probable first. */
export async function ideasHeld(db: Database, learnerId: string, course: Course): Promise<IdeaHeld[]> {
  const known = beliefsIn(topicsOf(course.theory), await beliefRowsOf(db, learnerId, course.id, course.version));
  return ideasNamed(known).flatMap(({ id, probability, answers }) => {
    const idea = course.theory.misconceptions.find((misconception) => misconception.id === id);
    if (!idea) return [];
    const { name, says, tempts, breaks } = idea;
    return [{ id, name, says, tempts, breaks, probability, answers, lesson: lessonOn(course, idea) }];
  });
}
