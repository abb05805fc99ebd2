/** Those who teach a cohort read what its learners dispute, question by question, and answer each. */
import type { Course } from '#app/course/course.ts';
import type { Feedback } from '#app/quiz/item.ts';
import { describe, feedback, forLearner } from '#app/quiz/quiz.ts';
import { recordAudit } from '#db/audit.ts';
import type { Cohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { answerDispute, disputesIn, findDispute } from '#db/disputes.ts';
import { findResponse } from '#db/responses.ts';
import { type FieldProblems, problemOf } from '../fields.ts';
import type { World } from '../scope.ts';
import { longestReply } from './lengths.ts';
import { type FollowUp, followUps } from './rulings.server.ts';

export interface DisputeLine {
  readonly id: string;
  readonly learnerId: string;
  readonly name: string;
  readonly at: number;
  readonly type: 'criterion' | 'fact';
  /** What is disputed, in the words that the learner saw. */
  readonly about: string;
  readonly statement: string;
  /** The learner's answer in words; null where the question is no longer in the course. */
  readonly yours: string | null;
  readonly right: boolean | null;
  /** Null while it is open. */
  readonly accepted: boolean | null;
  readonly reply: string | null;
  /** Graded quizzes of the cohort with this question, where marks may follow; empty unless it was accepted. */
  readonly followUps: readonly FollowUp[];
}

export interface DisputedItem {
  readonly item: string;
  readonly lesson: string | null;
  /** Null where the question is no longer in the course; then there is no checklist either. */
  readonly stem: string | null;
  readonly review: Pick<Feedback, 'cases' | 'lens'> | null;
  readonly open: number;
  readonly disputes: readonly DisputeLine[];
}

/** Returns the disputes of a cohort by question, those with open ones first. */
export async function disputedItems(world: World, cohortId: string, course: Course): Promise<readonly DisputedItem[]> {
  const { db } = world;
  const byItem = Map.groupBy(await disputesIn(db, cohortId), ({ itemId }) => itemId);
  const items: DisputedItem[] = [];
  for (const [id, disputes] of byItem) {
    const item = course.item(id);
    const accepted = disputes.flatMap((dispute) => (dispute.accepted ? [dispute.id] : []));
    const following = accepted.length > 0 ? await followUps(world, cohortId, id, accepted) : null;
    const lines: DisputeLine[] = [];
    let review: DisputedItem['review'] = null;
    let lesson: string | null = null;
    for (const { disputed, learnerId, responseId, ...dispute } of disputes) {
      const response = await findResponse(db, learnerId, responseId);
      if (item && response && !review) {
        const { cases, lens } = feedback(item, response.answer);
        review = { cases, lens };
      }
      lesson ??= response && (course.lesson(response.lesson)?.title ?? null);
      const { name, at, statement, accepted, reply } = dispute;
      const yours = item && response ? describe(item, response.answer) : null;
      const said = { type: disputed.type, about: disputed.words, statement, yours, right: response?.right ?? null };
      lines.push({ id: dispute.id, learnerId, name, at, ...said, accepted, reply, followUps: following?.get(dispute.id) ?? [] });
    }
    items.push({
      item: id,
      lesson,
      stem: item ? forLearner(item, 1).stem : null,
      review,
      open: lines.filter(({ accepted }) => accepted === null).length,
      disputes: lines,
    });
  }
  return items.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0));
}

/** Answers a dispute of a cohort; the first answer stands, and the audit log has it. Returns what to mend, null once it is kept, or 'nothing here'. */
export async function reply(
  world: World,
  sent: {
    readonly actorId: string;
    readonly cohort: Cohort;
    readonly disputeId: string;
    readonly decision: string;
    readonly words: string;
  },
): Promise<FieldProblems | 'nothing here' | null> {
  const { actorId, cohort, disputeId, decision } = sent;
  if (!(await findDispute(world.db, cohort.id, disputeId))) return 'nothing here';
  const words = sent.words.replace(/\r\n?/g, '\n').trim();
  if (words === '') return problemOf('reply', 'Say why, in words that help this learner.');
  if ([...words].length > longestReply) return problemOf('reply', `That is longer than ${longestReply} characters. Please shorten it.`);
  if (decision !== 'accept' && decision !== 'decline') return problemOf('decision', 'Choose whether you accept or decline.');
  return write(world.db, async (tx) => {
    const at = world.now();
    const answer = { accepted: decision === 'accept', reply: words, repliedBy: actorId, repliedAt: at };
    const done = await answerDispute(tx, cohort.id, disputeId, answer);
    if (!done) {
      const before = await findDispute(tx, cohort.id, disputeId);
      const same = before?.reply === words && before.accepted === answer.accepted;
      return same ? null : problemOf('', 'This dispute has an answer already. The first one stands.');
    }
    const detail = `${cohort.name}: ${answer.accepted ? 'accepted' : 'declined'}`;
    await recordAudit(tx, { id: world.newId(), at, actorId, action: 'dispute-answered', subjectId: done.learnerId, detail });
    return null;
  });
}
