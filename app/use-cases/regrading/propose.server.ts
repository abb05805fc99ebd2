/** What a regrade of an assignment would change: by today's definitions, or by a ruling on one question. The command reads the same functions. */
import type { Course } from '#app/course/course.ts';
import { changesBetween, type Snapshot } from '#app/course/snapshot.ts';
import { attemptScore, tallyOf } from '#app/learning/score.ts';
import {
  type Derived,
  derivedOf,
  forLearner,
  type Mark,
  markAgain,
  type RegradeBasis,
  type Ruling,
  readOtherwise,
  voidMark,
} from '#app/quiz/quiz.ts';
import type { SetAssignment } from '#db/assignments.ts';
import type { Database } from '#db/database.ts';
import { type MarkedPlace, placesAt, regradesOf, type StoredRegrade, stands, versionsAt } from '#db/regrades.ts';
import { snapshotAt } from '../definitions/content-versions.server.ts';

/** A question whose key or explanation changes, with the answers that it touches. */
export interface ItemProposal {
  readonly item: string;
  readonly stem: string;
  /** What the marks in force follow; null where the question counts for nobody. */
  readonly from: Derived | null;
  /** What they would follow. */
  readonly to: Derived | null;
  /** Marked answers at the assignment. */
  readonly answers: number;
  /** How many of them would get another mark. */
  readonly otherMark: number;
  /** What changes, in a sentence for those whom it concerns. */
  readonly says: string;
}

export interface AttemptProposal {
  readonly attemptId: string;
  readonly learnerId: string;
  /** 0 to 1; null while it is open, or where nothing counts. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface Proposal {
  readonly basis: RegradeBasis;
  readonly items: readonly ItemProposal[];
  /** Every attempt with a mark that would change. */
  readonly attempts: readonly AttemptProposal[];
  readonly marks: readonly (Mark & { readonly attemptId: string; readonly position: number })[];
  /** Marked answers of which cannot be told how they would be marked: their question, their story or the record of their version is gone. */
  readonly untold: number;
}

/** Returns the rulings that stand, by item; of several on one item the latest. */
function rulingsIn(decisions: readonly StoredRegrade[]): Map<string, Ruling> {
  const standing = decisions.filter(stands).reverse();
  return new Map(standing.flatMap(({ basis }) => (basis.type === 'ruling' ? [[basis.item, basis.ruling] as const] : [])));
}

/**
 * Returns the questions of an assignment whose key or explanation is another today than the one that answers to them were last marked by, in
 * the order of the course.
 */
export async function changedSince(
  db: Database,
  course: Course,
  assignment: SetAssignment,
  decisions: readonly StoredRegrade[],
): Promise<ItemChangeAt[]> {
  const last = decisions.find((one) => stands(one) && one.basis.type === 'definitions');
  const versions = new Set(await versionsAt(db, assignment.id, last?.decidedAt ?? 0));
  if (last?.basis.type === 'definitions') versions.add(last.basis.version);
  const found = new Map<string, ItemChangeAt>();
  for (const version of versions) {
    const then = version === course.version ? null : await snapshotAt(db, course, version);
    if (!then) continue;
    const { keys, explanations } = changesBetween(then, course.snapshot);
    for (const change of [...keys, ...explanations])
      if (assignment.items.includes(change.item) && !found.has(change.item))
        found.set(change.item, { ...change, key: keys.includes(change) });
  }
  return [...found.values()];
}

/** Returns how many questions of an assignment wait for a decision, because the course changed or a ruling goes for answers given since. */
export async function waitingFor(db: Database, course: Course, assignment: SetAssignment): Promise<number> {
  const decisions = await regradesOf(db, assignment.id);
  if (decisions.some(({ underWay }) => underWay)) return 0;
  const decided = decisions.some(({ basis, undoneAt }) => undoneAt === null && isOfVersion(basis, course.version));
  const changed = decided ? [] : await changedSince(db, course, assignment, decisions);
  if (changed.length > 0 || rulingsIn(decisions).size === 0) return changed.length;
  const { places, changed: ruled } = await changesBy(db, course, assignment, decisions, { type: 'definitions', version: course.version });
  return new Set(places.filter((place) => ruled.has(place) && rulingsIn(decisions).has(place.itemId)).map(({ itemId }) => itemId)).size;
}

const isOfVersion = (basis: RegradeBasis, version: string) => basis.type === 'definitions' && basis.version === version;

export interface ItemChangeAt {
  readonly item: string;
  readonly from: Derived;
  readonly to: Derived;
  /** True where another answer is right now, false where only the explanation changed. */
  readonly key: boolean;
}

/** Returns the item as a ruling has it read; null where there is no such reading any more. */
function itemUnder(course: Course, id: string, ruling: Ruling | undefined) {
  const item = course.item(id);
  return item && ruling?.type === 'reading' ? readOtherwise(item, ruling) : (item ?? null);
}

/** Returns how a place would be marked; null where that cannot be told, or nothing is to be marked there. */
async function marker(db: Database, course: Course, places: readonly MarkedPlace[], rulings: ReadonlyMap<string, Ruling>) {
  const snapshots = new Map<string, Snapshot | null>();
  for (const version of new Set(places.flatMap(({ contentVersion }) => contentVersion ?? [])))
    snapshots.set(version, await snapshotAt(db, course, version));
  const items = new Map(
    [...new Set(places.map(({ itemId }) => itemId))].map((id) => [id, itemUnder(course, id, rulings.get(id))] as const),
  );
  // Many learners give the same answer.
  const known = new Map<string, Mark | null>();
  return ({ itemId, answer, contentVersion }: MarkedPlace): Mark | null => {
    if (rulings.get(itemId)?.type === 'void') return voidMark;
    const item = items.get(itemId);
    const then = snapshots.get(contentVersion ?? '')?.[itemId];
    if (!item || !then || answer === null) return null;
    const key = JSON.stringify([itemId, contentVersion, answer]);
    const mark = known.has(key) ? (known.get(key) ?? null) : markAgain(item, then, answer);
    known.set(key, mark);
    return mark;
  };
}

const isSame = (place: MarkedPlace, mark: Mark) =>
  place.voided === mark.voided && (mark.voided || (place.right === mark.right && place.score === mark.score));

interface Changes {
  readonly places: readonly MarkedPlace[];
  readonly changed: ReadonlyMap<MarkedPlace, Mark>;
  readonly untold: number;
  /** Rulings as they would stand. */
  readonly rulings: ReadonlyMap<string, Ruling>;
}

async function changesBy(
  db: Database,
  course: Course,
  assignment: SetAssignment,
  decisions: readonly StoredRegrade[],
  basis: RegradeBasis,
): Promise<Changes> {
  const places = await placesAt(db, assignment.id);
  const rulings = rulingsIn(decisions);
  if (basis.type === 'ruling') rulings.set(basis.item, basis.ruling);
  const markOf = await marker(db, course, places, rulings);
  const changed = new Map<MarkedPlace, Mark>();
  let untold = 0;
  for (const place of places) {
    if (basis.type === 'ruling' && place.itemId !== basis.item) continue;
    const mark = markOf(place);
    if (mark && !isSame(place, mark)) changed.set(place, mark);
    if (!mark && place.score !== null) untold++;
  }
  return { places, changed, untold, rulings };
}

/**
 * Returns what would change if the marks of an assignment followed `basis`. Rulings that stand go on standing, also for answers given
 * since; a ruling changes its own question only. Applying what this returns leaves nothing to change.
 */
export async function propose(db: Database, course: Course, assignment: SetAssignment, basis: RegradeBasis): Promise<Proposal> {
  const decisions = await regradesOf(db, assignment.id);
  const changes = await changesBy(db, course, assignment, decisions, basis);
  const { places, changed, untold } = changes;
  const attempts = [...Map.groupBy(places, ({ attemptId }) => attemptId)].flatMap(([attemptId, own]): AttemptProposal[] => {
    const [first] = own;
    if (!first || !own.some((place) => changed.has(place))) return [];
    const scoreOf = (marked: (place: MarkedPlace) => { readonly score: number | null; readonly voided: boolean }) =>
      first.finishedAt === null
        ? null
        : attemptScore(
            tallyOf(own.map((place) => ({ retryOf: null, response: place.answer && marked(place), voided: marked(place).voided }))),
          );
    const { learnerId } = first;
    return [{ attemptId, learnerId, before: scoreOf((place) => place), after: scoreOf((place) => changed.get(place) ?? place) }];
  });
  return {
    basis,
    items: itemsOf(course, basis, await changedSince(db, course, assignment, decisions), rulingsIn(decisions), changes),
    attempts,
    marks: [...changed].map(([{ attemptId, position }, mark]) => ({ attemptId, position, ...mark })),
    untold,
  };
}

function itemsOf(
  course: Course,
  basis: RegradeBasis,
  since: readonly ItemChangeAt[],
  standing: ReadonlyMap<string, Ruling>,
  { places, changed, rulings }: Changes,
): ItemProposal[] {
  const touched = [...changed.keys()].map(({ itemId }) => itemId);
  const ids = basis.type === 'ruling' ? [basis.item] : new Set([...since.map(({ item }) => item), ...touched]);
  return [...ids].flatMap((id): ItemProposal[] => {
    const [item, now] = [course.item(id), course.snapshot[id]];
    if (!item || !now) return [];
    const follows = (ruling: Ruling | undefined, unruled: Derived) => {
      if (ruling?.type === 'void') return null;
      const read = ruling && itemUnder(course, id, ruling);
      return read ? derivedOf(read) : unruled;
    };
    const then = since.find((change) => change.item === id)?.from ?? now;
    const [from, to] = [follows(standing.get(id), then), follows(rulings.get(id), now)];
    const answers = places.filter(({ itemId, answer, score }) => itemId === id && answer !== null && score !== null).length;
    const otherMark = [...changed.keys()].filter(({ itemId, answer }) => itemId === id && answer !== null).length;
    return [{ item: id, stem: forLearner(item, 0).stem, from, to, answers, otherMark, says: says(course, id, rulings.get(id), from, to) }];
  });
}

/** What changes for a question, and why, in a sentence or two for those whom it concerns. */
function says(course: Course, id: string, ruling: Ruling | undefined, from: Derived | null, to: Derived | null): string {
  if (to === null) return 'After a dispute, this question counts for nobody.';
  const same = from === null || from.answer === to.answer;
  const keys = same ? `Right is ${quoted(to)}.` : `Right was ${quoted(from)}; right is now ${quoted(to)}.`;
  if (ruling?.type !== 'reading')
    return same ? 'The right answer stays; its explanation changed.' : `The definitions of the course changed. ${keys}`;
  const found = course.item(id)?.scenarios.find((scenario) => scenario.id === ruling.scenario);
  const change = found && course.theory.changes(found.facts).find((one) => one.id === ruling.change);
  return `After a dispute, the story is read so that ${change?.text ?? 'a fact is another'}. ${keys}`;
}

const quoted = ({ key }: Derived) => (key === null ? 'for a reader to say' : `“${key.replace(/[.]$/, '')}”`);
