/** The reference: a page for each criterion, question and misconception, made from the definitions module. */
import type { Criterion, Lens, Misconception, Question } from '#app/definitions/theory.ts';
import type { Course } from '../course.ts';
import { criterionCases, misconceptionCases, questionCases } from './cases.ts';
import type { CaseGroup } from './open-cases.ts';

export interface ReferenceEntry {
  readonly kind: 'criterion' | 'question' | 'misconception';
  readonly id: string;
  readonly title: string;
  /** The question that a criterion asks of a case, or a follow-up question in full. Null for a misconception. */
  readonly asks: string | null;
  /** What it says, a paragraph each. */
  readonly says: readonly string[];
  /** Section of the source; null for a misconception, which has none. */
  readonly source: string | null;
  /** Definitions that have the criterion, in words. */
  readonly definitions: readonly string[];
  readonly confusedWith: readonly { readonly id: string; readonly title: string; readonly says: string }[];
  /** Three or so, each way. */
  readonly groups: readonly CaseGroup[];
  /** Lessons whose items are about it. */
  readonly lessons: readonly { readonly slug: string; readonly title: string }[];
}

/** What the reference lists, in the order of the theory. */
export interface ReferenceIndex {
  readonly criteria: readonly { readonly lens: string; readonly entries: readonly IndexLine[] }[];
  readonly questions: readonly IndexLine[];
  readonly misconceptions: readonly IndexLine[];
}

export interface IndexLine {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

/** Every criterion under the first definition that has it. */
export function referenceIndex({ theory }: Course): ReferenceIndex {
  const seen = new Set<string>();
  const criteria = [...theory.lenses, ...theory.variants].flatMap(({ label, criteria: all }) => {
    const fresh = all.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh.length === 0
      ? []
      : [{ lens: label, entries: fresh.map(({ id, label: title, question }) => ({ id, title, says: question })) }];
  });
  return {
    criteria,
    questions: theory.questions.map(({ id, label, ask }) => ({ id, title: label, says: ask })),
    misconceptions: theory.misconceptions.map(({ id, name, says }) => ({ id, title: name, says: `“${says}”` })),
  };
}

/** Ids of all entries. */
export function referenceIds(course: Course): readonly string[] {
  const { criteria, questions, misconceptions } = referenceIndex(course);
  return [...criteria.flatMap(({ entries }) => entries), ...questions, ...misconceptions].map(({ id }) => id);
}

/** The entry with this id, or null. */
export function referenceEntry(course: Course, id: string): ReferenceEntry | null {
  const { theory } = course;
  const lenses = [...theory.lenses, ...theory.variants];
  const lens = lenses.find(({ criteria }) => criteria.some((criterion) => criterion.id === id));
  const criterion = lens?.criteria.find((candidate) => candidate.id === id);
  if (lens && criterion) return ofCriterion(course, lens, criterion);
  const question = theory.questions.find((candidate) => candidate.id === id);
  if (question) return ofQuestion(course, question);
  const misconception = theory.misconceptions.find((candidate) => candidate.id === id);
  return misconception ? ofMisconception(course, misconception) : null;
}

const nameOf = ({ id, name, says }: Misconception<unknown>) => ({ id, title: name, says: `“${says}”` });

function concerning({ theory }: Course, id: string) {
  return theory.misconceptions.filter(({ concerns }) => concerns === id);
}

function lessonsAbout(course: Course, id: string) {
  return course.lessons.flatMap(({ role, slug, title, itemIds }) =>
    role === 'lesson' && itemIds.some((itemId) => course.item(itemId)?.spec.about === id) ? [{ slug, title }] : [],
  );
}

function ofCriterion(course: Course, lens: Lens<unknown>, criterion: Criterion<unknown>): ReferenceEntry {
  const { id, label, question, statement, source } = criterion;
  const having = course.theory.lenses.filter(({ criteria }) => criteria.some((one) => one.id === id));
  return {
    kind: 'criterion',
    id,
    title: label,
    asks: question,
    says: [statement],
    source,
    definitions: (having.length > 0 ? having : [lens]).map((one) => one.label),
    confusedWith: concerning(course, id).map(nameOf),
    groups: criterionCases(course, lens, id),
    lessons: lessonsAbout(course, id),
  };
}

function ofQuestion(course: Course, question: Question<unknown>): ReferenceEntry {
  const { id, label, ask, source, answers } = question;
  // A question with very many answers mixes a few words; they are told where the cases are.
  const list = answers.length > 8 ? [] : [`The answers: ${answers.map((answer) => answer.label).join('; ')}.`];
  return {
    kind: 'question',
    id,
    title: label,
    asks: ask,
    says: ['It is asked after the verdict and never changes it.', ...list],
    source,
    definitions: [],
    confusedWith: concerning(course, id).map(nameOf),
    groups: questionCases(course, question),
    lessons: lessonsAbout(course, id),
  };
}

function ofMisconception(course: Course, misconception: Misconception<unknown>): ReferenceEntry {
  const { id, name, says, tempts, breaks, concerns } = misconception;
  const about = referenceEntry(course, concerns);
  const neighbours = concerning(course, concerns).filter((other) => other.id !== id);
  return {
    kind: 'misconception',
    id,
    title: name,
    asks: null,
    says: [`“${says}”`, `Why it tempts: ${tempts}`, `Where it breaks: ${breaks}`],
    source: null,
    definitions: [],
    confusedWith: [...(about ? [{ id: about.id, title: about.title, says: about.asks ?? '' }] : []), ...neighbours.map(nameOf)],
    groups: misconceptionCases(course, misconception),
    lessons: lessonsAbout(course, concerns),
  };
}

/** Groups of an entry with fewer than three cases, in words: what the content check warns of. Two groups at least have to be full. */
export function thinGroups({ groups }: ReferenceEntry): readonly string[] {
  const full = groups.filter(({ cases }) => cases.length >= 3).length;
  return full >= 2 ? [] : groups.filter(({ cases }) => cases.length < 3).map(({ title, cases }) => `“${title}” has ${cases.length}`);
}
