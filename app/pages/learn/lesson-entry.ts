import { lessonPath } from '#app/course/paths.ts';
import type { LessonPathEntry } from '#app/ui/lesson-path.tsx';
import type { CourseStanding } from '#app/use-cases/standing.server.ts';

/** Returns the lessons of a course as the path shows them. */
export function pathEntries(courseId: string, standing: CourseStanding): LessonPathEntry[] {
  const going = [standing.next, ...standing.others].find((choice) => choice && choice.lesson !== null)?.lesson;
  return standing.lessons.map((lesson) => ({
    number: lesson.number,
    role: lesson.role,
    title: lesson.title,
    href: lessonPath(courseId, lesson.slug),
    question: lesson.question,
    minutes: lesson.minutes,
    state: lesson.state,
    detail: lesson.sectionsRead > 0 ? `${lesson.sectionsRead} of ${lesson.sections} sections read` : null,
    score: lesson.bestScore,
    next: going === lesson.slug,
  }));
}

/** Seconds in words, as a learner would say it: "under a minute", "12 minutes", "1 h 5 min". */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
