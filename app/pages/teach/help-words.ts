import type { HelpReason } from '#app/learning/needs-help.ts';
import { count } from '#app/ui/words.ts';

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
