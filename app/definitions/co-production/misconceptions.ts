/** Definitions that learners hold by mistake: the narrow lens with a criterion dropped, added or replaced. */
import type { Criterion, Lens, Misconception } from '../theory.ts';
import { givesByActing } from './criteria-giving.ts';
import { noLegalDuty, worthToAll } from './criteria-value.ts';
import { joinedParts, somePhase } from './criteria-work.ts';
import { criterion, type Subject } from './criterion.ts';
import { narrowCriteria, narrowWith } from './lenses.ts';
import { overlap, stateContributions } from './parties.ts';
import { told } from './telling.ts';
import { mainMotives } from './verdicts.ts';
import type { Facts } from './vocabulary.ts';
import { producerWords, sentence, the } from './words.ts';

function actsAtTheSameTime({ facts, contribution }: Subject): boolean {
  return stateContributions(facts).some((own) => own.feedsOutput && overlap(own, contribution));
}

const sideBySide = criterion({
  ...joinedParts,
  label: 'Done at the same time',
  question: 'Do both sides work at the same time?',
  statement: 'Both sides’ giving is joined and happens at the same time.',
  decide: (subject) => (actsAtTheSameTime(subject) ? joinedParts.decide(subject) : 'fail'),
  explain: (subject) => {
    const { because, facts } = joinedParts.explain(subject);
    const refs = [`${subject.contribution.id}.steps`, ...facts];
    if (actsAtTheSameTime(subject)) return { because, facts: refs };
    return {
      because: `${told(subject.party, subject.contribution)}: that never falls together with the work of ${producerWords(subject.facts)}.`,
      facts: refs,
    };
  },
});

const ofParty = ({ facts, contribution }: Subject) => mainMotives({ motives: facts.motives.filter(({ by }) => by === contribution.by) });

const meantWell = criterion({
  id: 'A1',
  label: 'Done out of goodness',
  question: 'Is the main motive to do good or to be with others?',
  statement: 'The main motive is normative or prosocial.',
  source: 'Not in the explainer: a misconception',
  decide: (subject) => (ofParty(subject).every((type) => type === 'normative' || type === 'prosocial') ? 'pass' : 'fail'),
  explain: (subject, outcome) => {
    const main = ofParty(subject);
    const refs = subject.facts.motives.flatMap(({ by }, index) => (by === subject.contribution.by ? [`motive.${index + 1}`] : []));
    const who = sentence(the(subject.party.label));
    const because =
      outcome === 'pass'
        ? `Nothing says that ${the(subject.party.label)} acts for personal gain.`
        : `${who} does it for reasons of another kind: ${main.join(' and ')}.`;
    return { because, facts: refs.length > 0 ? refs : [subject.contribution.id] };
  },
});

interface Words {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly tempts: string;
  readonly breaks: string;
  readonly concerns: string;
}

function held(words: Words, criteria: readonly Criterion<Facts>[]): Misconception<Facts> {
  const lens: Lens<Facts> = { id: words.id, label: words.name, heldBy: 'learners, by mistake', criteria };
  return { ...words, lens };
}

/** Misconceptions about what falls under the definition. */
export const lensMisconceptions: readonly Misconception<Facts>[] = [
  held(
    {
      id: 'side-by-side',
      name: 'It must happen side by side',
      says: 'they never work together at the same time',
      tempts: '“Co-” sounds like two people standing next to each other, and many good examples look just like that.',
      breaks:
        'What joins the two sides is that each builds on what the other gives. A form filled in tonight is joined to the check made next month.',
      concerns: 'R6',
    },
    narrowWith('R6', sideBySide),
  ),
  held(
    {
      id: 'voice-counts',
      name: 'Having a say is producing',
      says: 'they were asked and could have their say, so they helped to produce it',
      tempts: 'Being consulted, planning and voting are active and valuable, and the broad definition does take them in.',
      breaks:
        'The narrow definition asks who does the work, and deciding what should be done leaves the doing to somebody else. The broad one lets a say in, but only as far as it reaches.',
      concerns: 'R4',
    },
    narrowWith('R4', somePhase),
  ),
  held(
    {
      id: 'use-counts',
      name: 'Using is producing',
      says: 'they are there and use the service, so they are part of producing it',
      tempts: 'No service is any good without somebody who uses it, and being there can feel like taking part.',
      breaks: 'Whoever only lets the service happen gives nothing by acting. It takes an act, however small, that goes into the output.',
      concerns: 'R3',
    },
    narrowWith('R3', givesByActing({ passive: false, moneyOnly: true })),
  ),
  held(
    {
      id: 'paying-counts',
      name: 'Paying is producing',
      says: 'they pay for it, and whoever pays for a service helps to produce it',
      tempts: 'Without money nothing gets done, and the money is a resource like any other.',
      breaks:
        'Money buys the work of others. If paying were enough, every taxpayer would produce every service, and the word would tell nothing apart.',
      concerns: 'R3',
    },
    narrowWith('R3', givesByActing({ passive: true, moneyOnly: false })),
  ),
  held(
    {
      id: 'self-help-counts',
      name: 'Helping each other is enough',
      says: 'people work together and help each other, and that is what it means',
      tempts: 'Neighbours who help each other show all the spirit that one hopes for, and much good comes of it.',
      breaks:
        'It takes two sides, and one of them is a public body that has a job to do there and puts something in. Without it this is self-help, or a matter of business.',
      concerns: 'R1',
    },
    narrowWith('R1'),
  ),
  held(
    {
      id: 'anyone-outside-counts',
      name: 'Anyone beside government counts',
      says: 'somebody other than the officials does the work, so it is done jointly',
      tempts: 'A firm, a hired hand or a sister agency does work side by side with the public body.',
      breaks:
        'Work that is bought, or done from inside, is the organisation’s own production by other means. A co-producer stands outside and is not hired.',
      concerns: 'R2',
    },
    narrowWith('R2'),
  ),
  held(
    {
      id: 'must-be-voluntary',
      name: 'It must be voluntary',
      says: 'they have no choice in the matter, so it does not count',
      tempts: 'Giving sounds like a gift, and some scholars do ask for free choice.',
      breaks:
        'A duty can be met well or badly, and the care that people put in is still theirs to give. Only force, which leaves nothing to give, rules it out.',
      concerns: 'R3',
    },
    [...narrowCriteria, noLegalDuty],
  ),
  held(
    {
      id: 'duty-is-always-production',
      name: 'All effort that is asked for is production',
      says: 'the public body makes them put the effort in, so it is part of production',
      tempts: 'Forms, queues and rules cost people real time, and it is the public body that asks for it.',
      breaks: 'Effort counts where it is turned into the output. Where the output is made without it, it is only a burden.',
      concerns: 'R5',
    },
    narrowWith('R5'),
  ),
  held(
    {
      id: 'public-value-only',
      name: 'Only public value counts',
      says: 'they do it for their own good, and no one else gains by it',
      tempts: 'A public service should serve the public, so private gain looks beside the point.',
      breaks: 'Either kind of value is enough, and most of the time both come of the same act: a healthy person is also one patient fewer.',
      concerns: 'R7',
    },
    narrowWith('R7', worthToAll),
  ),
  held(
    {
      id: 'being-active-is-enough',
      name: 'Being active is enough',
      says: 'they are active and put a lot of effort in',
      tempts: 'Effort is easy to see, and it is what all the good examples share.',
      breaks: 'Production makes inputs into something worth more. Effort from which no good comes for anybody has produced nothing.',
      concerns: 'R7',
    },
    narrowWith('R7'),
  ),
  held(
    {
      id: 'must-be-unpaid-altruism',
      name: 'It must be done out of goodness',
      says: 'they get something out of it for themselves',
      tempts: 'The best-known examples are volunteers, so it is easy to take the motive for the definition.',
      breaks:
        'Why people give is a question of its own. Most have mixed motives, and a refund, a hobby or better health takes nothing away from the work.',
      concerns: 'M1',
    },
    [...narrowCriteria, meantWell],
  ),
];
