/**
 * `npm run -s diagnose -- --course co-production`: what learners probably believe, from their answers. One JSON object a line in, in the
 * order in which each learner answered; one a line out for each learner. docs/diagnosis.md describes both.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Course } from '#app/course/course.ts';
import { loadCourse } from '#app/course/load.ts';
import { candidatesOf } from '#app/learning/diagnosis/bank.ts';
import { type Belief, beliefAfter, beliefBefore, mostProbable, probabilityOf } from '#app/learning/diagnosis/belief.ts';
import { beliefOn, chooseSeveral, newSession, type Session, sessionAfter } from '#app/learning/diagnosis/choose-next.ts';
import { evidenceOf } from '#app/learning/diagnosis/evidence.ts';
import { correct, guessing, topicsOf } from '#app/learning/diagnosis/states.ts';
import type { Answer } from '#app/quiz/item.ts';
import { misfit, scenarioIds } from '#app/quiz/quiz.ts';
import { answerColumn } from '#db/json.ts';
import { InputProblems, orProblems } from './lib/input-problems.ts';

const usage = 'usage: npm run -s diagnose -- --course <course> [--question <verdict or question>] [--feedback] < answers.jsonl';

interface Options {
  readonly course: Course;
  /** Only items about this topic are asked next; null for any. */
  readonly question: string | null;
  /** Whether each answer was followed by feedback. */
  readonly feedback: boolean;
}

function readOptions(): Options {
  const values = parseFlags();
  if (values.course === undefined) throw new InputProblems(['--course is missing', usage]);
  const folder = path.resolve(import.meta.dirname, '../content', path.basename(values.course));
  if (!existsSync(path.join(folder, 'course.yaml'))) throw new InputProblems([`unknown course "${values.course}"`, usage]);
  const course = loadCourse(folder);
  const topics = topicsOf(course.theory).map(({ id }) => id);
  if (values.question !== undefined && !topics.includes(values.question))
    throw new InputProblems([`unknown question "${values.question}": there is ${topics.join(', ')}`]);
  return { course, question: values.question ?? null, feedback: values.feedback };
}

function parseFlags() {
  try {
    const options = { course: { type: 'string' }, question: { type: 'string' }, feedback: { type: 'boolean', default: false } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    throw new InputProblems([error instanceof Error ? error.message : String(error), usage]);
  }
}

const entry = z.object({
  learner: z.string().min(1),
  item: z.string().min(1),
  answer: z.union([z.string().transform((option): Answer => ({ type: 'choice', option })), answerColumn]),
});

interface Line {
  readonly learner: string;
  readonly item: string;
  readonly answer: Answer;
}

function readLine(line: string, course: Course): Line | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return 'not JSON: give { "learner", "item", "answer" }';
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return 'not an object: give { "learner", "item", "answer" }';
  const parsed = entry.safeParse(raw);
  if (!parsed.success) {
    const [field = 'line'] = parsed.error.issues[0]?.path ?? [];
    const missing = (raw as Record<string, unknown>)[String(field)] === undefined;
    if (missing) return `${String(field)}: is missing`;
    return field === 'answer'
      ? 'answer: is neither an option’s id nor an answer such as { "type": "choice", "option": … }'
      : `${String(field)}: must be a text that is not empty`;
  }
  const item = course.item(parsed.data.item);
  if (item === undefined) return `item: the course has no item "${parsed.data.item}"`;
  const wrong = misfit(item, parsed.data.answer);
  return wrong === null ? parsed.data : `answer: ${wrong}`;
}

function readLines(input: string, course: Course): Line[] {
  const problems: string[] = [];
  const lines = input.split('\n').flatMap((line, index): Line[] => {
    if (line.trim() === '') return [];
    const read = readLine(line, course);
    if (typeof read !== 'string') return [read];
    problems.push(`line ${index + 1}: ${read}`);
    return [];
  });
  if (lines.length === 0 && problems.length === 0)
    problems.push('standard input is empty: give one { "learner", "item", "answer" } a line');
  if (problems.length > 0) throw new InputProblems(problems);
  return lines;
}

const rounded = (probability: number) => Math.round(probability * 10_000) / 10_000;

/** Probabilities by state, which add up to 1 but for rounding; pairs that are hardly likely are taken together. */
function shown(belief: Belief): object {
  const { topic, probabilities } = belief;
  const by = (count: number) =>
    topic.states.flatMap(({ id, holds }, place) => (holds.length === count ? [[id, probabilities[place] ?? 0] as const] : []));
  const pairs = by(2);
  const isLikely = ([, probability]: readonly [string, number]) => probability >= 0.005;
  const alone = Object.fromEntries(by(0));
  const misconceptions = by(1).map(([id]) => [id, rounded(probabilityOf(belief, id))]);
  const rest = pairs.filter((pair) => !isLikely(pair)).reduce((sum, [, probability]) => sum + probability, 0);
  return {
    mostProbable: mostProbable(belief).state.id,
    probabilities: {
      correct: rounded(alone[correct] ?? 0),
      ...Object.fromEntries([...by(1), ...pairs.filter(isLikely)].map(([id, probability]) => [id, rounded(probability)])),
      ...(pairs.length > 0 ? { 'other pairs': rounded(rest) } : {}),
      guessing: rounded(alone[guessing] ?? 0),
    },
    ...(pairs.length > 0 ? { holds: Object.fromEntries(misconceptions) } : {}),
  };
}

function diagnosed(learner: string, lines: readonly Line[], { course, question, feedback }: Options): object {
  const beliefs = new Map(topicsOf(course.theory).map((topic) => [topic.id, beliefBefore(topic)]));
  let session: Session = newSession;
  for (const { item: id, answer } of lines) {
    const item = course.item(id);
    const evidence = item && evidenceOf(item);
    if (!item) continue;
    session = sessionAfter(session, { id, about: item.spec.about, scenarios: scenarioIds(item), evidence: evidence ?? null });
    if (evidence) beliefs.set(evidence.topic.id, beliefAfter(beliefOn(beliefs, evidence), evidence, answer, { feedback }));
  }
  const lessons = course.lessons.filter(({ role }) => role === 'lesson');
  const bank = candidatesOf(lessons.flatMap(({ slug }) => course.bank(slug))).filter(
    ({ evidence }) => question === null || evidence.topic.id === question,
  );
  const next = chooseSeveral(beliefs, bank, session, 3);
  return {
    learner,
    answers: lines.length,
    beliefs: Object.fromEntries([...beliefs].map(([id, belief]) => [id, shown(belief)])),
    next: next.map(({ candidate, gain, why }) => ({
      item: candidate.id,
      question: candidate.evidence.topic.id,
      expectedGainBits: rounded(gain),
      why,
    })),
  };
}

await orProblems(async () => {
  const options = readOptions();
  const lines = readLines(await text(process.stdin), options.course);
  for (const [learner, own] of Map.groupBy(lines, (line) => line.learner))
    process.stdout.write(`${JSON.stringify(diagnosed(learner, own, options))}\n`);
});
