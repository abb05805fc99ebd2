import type { HelpReason } from '#app/learning/needs-help.ts';
import { count } from '#app/ui/words.ts';

/** A reason to come to a learner, with the page that shows what it rests on. */
export interface ReasonLine {
  readonly words: string;
  readonly href: string;
}

/** Returns a reason in a sentence and where its evidence is: the answers themselves, or the assignment. */
export function reasonLine(reason: HelpReason, names: ReasonNames, cohortId: string, learnerId: string): ReasonLine {
  const learner = `/teach/${cohortId}/learners/${learnerId}`;
  const words = reasonWords(reason, names);
  switch (reason.kind) {
    case 'missed':
      return { words, href: `/teach/${cohortId}/assignments/${reason.assignmentId}?learner=${learnerId}#learner-${learnerId}` };
    case 'stuck':
      return { words, href: `${learner}?${new URLSearchParams({ item: reason.itemId })}#answers` };
    case 'same-idea':
      return { words, href: `${learner}?${new URLSearchParams({ idea: reason.misconception })}#answers` };
    case 'not-started':
    case 'fell-off':
      return { words, href: `${learner}#answers` };
  }
}

/** What pages need to say a reason: names in place of ids. */
export interface ReasonNames {
  readonly item: (id: string) => string;
  readonly misconception: (id: string) => string;
}

/** Returns a reason in a sentence. */
export function reasonWords(reason: HelpReason, names: ReasonNames): string {
  switch (reason.kind) {
    case 'missed':
      return `“${reason.title}” was due ${reason.days === 0 ? 'today' : `${count(reason.days, 'day')} ago`}, and is not begun.`;
    case 'not-started':
      return `Joined ${count(reason.days, 'day')} ago and has not started.`;
    case 'fell-off':
      return `Started, but has not been here for ${count(reason.days, 'day')}.`;
    case 'stuck':
      return `Tried one question ${reason.tries} times, never right: ${names.item(reason.itemId)}.`;
    case 'same-idea':
      return `The same idea behind ${count(reason.times, 'recent answer')}: “${names.misconception(reason.misconception)}”.`;
  }
}
