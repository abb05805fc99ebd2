/** An instructor sets a cohort lessons to learn or a quiz to take. */
import { z } from 'zod';
import type { Course } from '#app/course/course.ts';
import { assignmentKinds } from '#app/learning/assignment.ts';
import { chooseItems } from '#app/learning/choose.ts';
import { lineOfText } from '#app/learning/line-of-text.ts';
import { countedAttempts } from '#app/statistics/attempts.ts';
import { createAssignment, findAssignment, giveExtension, type SetAssignment } from '#db/assignments.ts';
import { recordAudit } from '#db/audit.ts';
import { write } from '#db/database.ts';
import { type FieldProblems, problemOf, problemsOf } from '../fields.ts';
import type { World } from '../scope.ts';
import { bankOf } from '../start-quiz.server.ts';

const instant = (problem: string) => z.number(problem).int().min(0);
const whole = (least: number, most: number, problem: string) =>
  z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
const orNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((typed) => (typed === '' || typed == null ? null : typed), schema.nullable());

/** What the form holds; times are read from the zone of whoever typed them before. */
const form = z
  .object({
    title: lineOfText({ empty: 'Give it a title, such as “Quiz before the second class”.', longest: 80 }),
    kind: z.enum(assignmentKinds, 'Choose lessons or a quiz.'),
    lessons: z.array(z.string().max(200)).min(1, 'Choose at least one lesson.').max(200),
    questions: whole(1, 40, 'Write how many questions, from 1 to 40.'),
    shuffled: z.boolean(),
    attemptsAllowed: orNone(whole(1, 20, 'Write a number from 1 to 20, or leave it empty for as many as one likes.')),
    counts: z.enum(countedAttempts).catch('best'),
    minutes: orNone(whole(1, 600, 'Write minutes from 1 to 600, or leave it empty for no limit.')),
    held: z.boolean(),
    opensAt: instant('Write a day and a time.'),
    dueAt: instant('Write a day and a time.'),
    pastMeant: z.boolean().default(false),
  })
  .refine(({ opensAt, dueAt }) => opensAt < dueAt, { path: ['dueAt'], message: 'It has to be due after it opens.' });
export type AssignmentForm = z.input<typeof form>;

/** Returns a problem of `pastMeant` where a due time has gone by and nobody has said that it is meant, else null. */
function pastUnlessMeant({ dueAt, pastMeant }: { readonly dueAt: number; readonly pastMeant: boolean }, now: number): FieldProblems | null {
  if (pastMeant || dueAt > now) return null;
  return problemOf('pastMeant', 'This time is past. Write a later one, or tick the box if it is meant.');
}

/** Sets a cohort an assignment. The questions of a quiz are chosen once, so that everybody gets the same. Returns its id, or what to mend. */
export async function setAssignment(
  world: World,
  {
    cohortId,
    course,
    formKey,
    typed,
  }: { readonly cohortId: string; readonly course: Course; readonly formKey: string; readonly typed: AssignmentForm },
): Promise<{ readonly assignmentId: string } | FieldProblems> {
  const parsed = form.safeParse(typed);
  if (!parsed.success) return problemsOf(parsed.error);
  const { questions, pastMeant, ...kept } = parsed.data;
  const lessons = course.lessons.flatMap(({ slug }) => (kept.lessons.includes(slug) ? [slug] : []));
  const [lesson] = lessons;
  if (lesson === undefined) return problemOf('lessons', 'Choose at least one lesson.');
  if (kept.kind === 'quiz' && lessons.length > 1)
    return problemOf('lessons', 'A quiz is on one lesson; choose one, or set several quizzes.');
  const past = pastUnlessMeant({ dueAt: kept.dueAt, pastMeant }, world.now());
  if (past) return past;
  const seed = world.newSeed();
  const items =
    kept.kind === 'quiz' ? chooseItems(bankOf(course, lesson), { count: questions, seed, seen: new Set() }).map(({ id }) => id) : [];
  const assignment: SetAssignment = {
    ...kept,
    id: world.newId(),
    cohortId,
    lessons,
    items,
    seed,
    contentVersion: course.version,
    formKey,
    createdAt: world.now(),
  };
  return { assignmentId: await write(world.db, (tx) => createAssignment(tx, assignment)) };
}

const extension = z.object({
  dueAt: instant('Write a day and a time.'),
  extraMinutes: whole(0, 600, 'Write minutes from 0 to 600.'),
  pastMeant: z.boolean().default(false),
});

/** Gives one learner more time, and notes who did. Returns what to mend, or null. */
export async function extend(
  world: World,
  {
    actorId,
    assignmentId,
    learnerId,
    typed,
  }: {
    readonly actorId: string;
    readonly assignmentId: string;
    readonly learnerId: string;
    readonly typed: z.input<typeof extension>;
  },
): Promise<FieldProblems | null> {
  const parsed = extension.safeParse(typed);
  if (!parsed.success) return problemsOf(parsed.error);
  const { pastMeant, ...more } = parsed.data;
  const past = pastUnlessMeant({ dueAt: more.dueAt, pastMeant }, world.now());
  if (past) return past;
  await write(world.db, async (tx) => {
    const assignment = await findAssignment(tx, assignmentId);
    if (!assignment) return;
    const at = world.now();
    await giveExtension(tx, { assignmentId, learnerId, ...more, at });
    await recordAudit(tx, { id: world.newId(), at, actorId, action: 'extension-given', subjectId: learnerId, detail: assignment.title });
  });
  return null;
}
