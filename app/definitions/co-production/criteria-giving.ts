/** R3 and B3: does the outside party give something by acting, and (broad) is it an exchange? */
import type { Outcome } from '../theory.ts';
import { criterion, field, type Reason, type Subject } from './criterion.ts';
import { isWork } from './parties.ts';
import { clause, told } from './telling.ts';
import type { Contribution } from './vocabulary.ts';
import { giftList, producerWords, sentence, the, verb } from './words.ts';

export interface GivingTests {
  /** Letting something happen does not count. */
  readonly passive: boolean;
  /** Money alone does not count. */
  readonly moneyOnly: boolean;
}

/** Gives money and nothing beside it. */
export function isMoneyOnly({ gives }: Contribution): boolean {
  return gives.length > 0 && gives.every((gift) => gift === 'money');
}

function giving({ contribution }: Subject, tests: GivingTests): Outcome {
  const { compulsion, form, gives } = contribution;
  if (compulsion === 'force' || gives.length === 0) return 'fail';
  if (tests.passive && form === 'passive') return 'fail';
  if (tests.moneyOnly && isMoneyOnly(contribution)) return 'fail';
  return form === 'restraint' ? 'edge' : 'pass';
}

function whyGiving(subject: Subject, outcome: Outcome, tests: GivingTests): Reason {
  const { contribution: c, party } = subject;
  const act = told(party, c);
  const form = field(c, 'form');
  const gives = field(c, 'gives');
  if (c.compulsion === 'force') {
    return { because: `${act}: that is done by force, and whoever is forced gives nothing.`, facts: [field(c, 'compulsion'), gives] };
  }
  if (outcome === 'fail' && isMoneyOnly(c)) {
    const paying = `${sentence(the(party.label))} ${verb(party.label, 'gives', 'give')} money and nothing else`;
    return { because: `${paying}: money buys work, but it is not work.`, facts: [gives] };
  }
  if (outcome === 'fail' && c.form === 'passive' && tests.passive) {
    return { because: `${act}: that is passive, and nothing is given by acting.`, facts: [form, gives] };
  }
  if (outcome === 'fail') return { because: `${act}: no time, effort, information, skill or goods go into that.`, facts: [gives, form] };
  if (outcome === 'edge') return { because: `${act}: whoever only holds back gives in part.`, facts: [form, gives] };
  const because =
    clause(party, c) === null
      ? `${act}: with that ${the(party.label)} ${verb(party.label, 'gives', 'give')} ${giftList(c.gives)}.`
      : `${act}, giving ${giftList(c.gives)}.`;
  return { because, facts: [form, gives] };
}

/** R3, with or without its two debated tests: misconceptions leave one out. */
export function givesByActing(tests: GivingTests) {
  return criterion({
    id: 'R3',
    label: 'Gives something by acting',
    question: 'Does that person give something by acting, such as time, effort or information?',
    statement: 'That person gives something by acting.',
    source: 'Co-production does not need to be simultaneous',
    decide: (subject) => giving(subject, tests),
    explain: (subject, outcome) => whyGiving(subject, outcome, tests),
  });
}

const strictTests: GivingTests = { passive: true, moneyOnly: true };

/**
 * How far the exchange goes both ways. A voice is asked of a say only: whoever does the work exchanges by working, which
 * keeps the narrow cell inside the broad column.
 */
function exchange({ contribution }: Subject): Outcome {
  if (isWork(contribution)) return 'pass';
  if (contribution.voice === 'informed') return 'fail';
  return contribution.voice === 'heard' ? 'edge' : 'pass';
}

function whyExchange(subject: Subject, outcome: Outcome): Reason {
  const { contribution: c, party, facts } = subject;
  const given = giving(subject, strictTests);
  if (given === 'fail' || c.voice === null || isWork(c)) return whyGiving(subject, given, strictTests);
  const who = sentence(the(party.label));
  const is = verb(party.label, 'is', 'are');
  const other = producerWords(facts);
  const refs = [field(c, 'voice'), field(c, 'gives'), field(c, 'form')];
  if (c.voice === 'informed') return { because: `${who} ${is} only told: nothing comes back, so there is no exchange.`, facts: refs };
  if (c.voice === 'heard') {
    return { because: `${who} ${is} heard, but ${other} need not answer: the exchange runs mostly one way.`, facts: refs };
  }
  if (outcome === 'edge') return whyGiving(subject, given, strictTests);
  const means = c.voice === 'sole' ? `, and the say is wholly that of ${the(party.label)}` : ' on an equal footing';
  return { because: `${who} and ${other} take part in this${means}: that is an exchange.`, facts: refs };
}

const severity: readonly Outcome[] = ['pass', 'edge', 'fail'];

/** The lay party is actively engaged in a two-way exchange. */
export const twoWayExchange = criterion({
  id: 'B3',
  label: 'A two-way exchange',
  question: 'Is the lay party actively engaged in a two-way exchange?',
  statement: 'The lay party is actively engaged in a two-way exchange: being told is not enough, being heard counts in part.',
  source: 'Co-production: who does the work? (the broad definition; after Nabatchi et al. 2017)',
  decide: (subject) => {
    const given = giving(subject, strictTests);
    const exchanged = exchange(subject);
    return severity.indexOf(given) > severity.indexOf(exchanged) ? given : exchanged;
  },
  explain: whyExchange,
});
