/** R4, R5, R6 and B4: is it a share of the work, is it turned into the output, is it joined to the other side's? */
import { isMoneyOnly } from './criteria-giving.ts';
import { criterion, field, type Reason, type Subject } from './criterion.ts';
import { isWork, overlap, producerOf } from './parties.ts';
import { told } from './telling.ts';
import type { Activity } from './vocabulary.ts';
import { producerWords, sentence, the, verb } from './words.ts';

const kindOfActivity: Record<Activity, string> = {
  delivering: 'work on the service itself, not a say about it',
  deciding: 'deciding what the service should do, which is a say about the work and not a share in it',
  designing: 'planning what the service should be, which is a say about the work and not a share in it',
  assessing: 'judging how well the service is done, which is a say about the work and not a share in it',
  consuming: 'using what the service has made, not working on it',
  paying: 'paying for the work, not doing it',
  campaigning: 'taking part in politics, which does no work on the service',
};

function whyWork({ contribution: c, party }: Subject): Reason {
  const isCase = c.activity === 'deciding' && c.object === 'case';
  if (c.activity === 'delivering' && (c.form !== 'active' || isMoneyOnly(c))) {
    return {
      because: `${told(party, c)}: that belongs to the work on the service, and is no say about it.`,
      facts: [field(c, 'activity')],
    };
  }
  const kind = isCase ? 'deciding a case, and here to decide cases is the service itself' : kindOfActivity[c.activity];
  return { because: `${told(party, c)}: that is ${kind}.`, facts: [field(c, 'activity')] };
}

/** What is given is a share of the work, not a say about it. */
export const shareOfWork = criterion({
  id: 'R4',
  label: 'Work, not a say',
  question: 'Is what is given a share of the work, and not a say about it?',
  statement: 'What is given is a share of the work, not a say about it.',
  source: 'Co-production: who does the work?',
  decide: ({ contribution }) => (isWork(contribution) ? 'pass' : 'fail'),
  explain: whyWork,
});

function whyOutput({ facts, party, contribution: c }: Subject): Reason {
  const { output } = facts.service;
  const fate = c.feedsOutput
    ? `that goes into the output, ${output}`
    : `that goes into nothing, and the output (${output}) is made without it`;
  return { because: `${told(party, c)}: ${fate}.`, facts: [field(c, 'feedsOutput')] };
}

/** The contribution is turned into the output. */
export const turnedIntoOutput = criterion({
  id: 'R5',
  label: 'Turned into the output',
  question: 'Is the contribution turned into the output?',
  statement: 'The contribution is turned into the output.',
  source: 'Co-production: who does the work?',
  decide: ({ contribution }) => (contribution.feedsOutput ? 'pass' : 'fail'),
  explain: whyOutput,
});

function whyJoined({ facts, party, contribution: c }: Subject): Reason {
  const producer = producerOf(facts);
  const other = producerWords(facts);
  const does = producer === null ? 'does' : verb(producer.label, 'does', 'do');
  const refs = [field(c, 'link')];
  if (c.link === 'unconnected') {
    return {
      because: `${told(party, c)}: that is not joined to anything ${other} ${does}, and neither side counts on the other.`,
      facts: refs,
    };
  }
  if (c.link === 'prompted') {
    return { because: `${told(party, c)}: that happens apart, but ${other} prompted it, and so the two are joined.`, facts: refs };
  }
  const own = sentence(`what ${the(party.label)} ${verb(party.label, 'does', 'do')}`);
  const others = facts.contributions.filter(({ by }) => by === producer?.id);
  if (others.length === 0) return { because: `${own} is part of one joint effort.`, facts: refs };
  const time = others.some((given) => overlap(given, c)) ? '' : ', though not at the same time';
  return { because: `${own} is joined to what ${other} ${does}${time}.`, facts: refs };
}

/** Wording and rule of R6 without the test, for the misconception that adds one. */
export const joinedParts = {
  id: 'R6',
  label: 'Joined, at whatever time',
  question: 'Is the giving of both sides joined, at whatever time?',
  statement: 'Both sides’ giving is joined, at whatever time.',
  source: 'Co-production does not need to be simultaneous',
  decide: ({ contribution }: Subject) => (contribution.link === 'unconnected' ? ('fail' as const) : ('pass' as const)),
  explain: whyJoined,
};

/** Both sides' giving is joined, at whatever time. */
export const joined = criterion(joinedParts);

const phases: Partial<Record<Activity, string>> = {
  deciding: 'commissioning',
  designing: 'design',
  delivering: 'delivery',
  assessing: 'assessment',
};

const noPhase: Partial<Record<Activity, string>> = {
  consuming: 'it is use of what has been made',
  paying: 'it pays for the service',
  campaigning: 'politics is about more than one service',
};

function whyPhase(subject: Subject): Reason {
  const { contribution: c, party } = subject;
  const phase = isWork(c) ? 'delivery' : phases[c.activity];
  if (phase === undefined) {
    return {
      because: `${told(party, c)}: that belongs to no phase of this service, since ${noPhase[c.activity]}.`,
      facts: [field(c, 'activity')],
    };
  }
  if (!c.feedsOutput) return whyOutput(subject);
  return {
    because: `${told(party, c)}: that belongs to one phase of the service, ${phase}.`,
    facts: [field(c, 'activity'), field(c, 'feedsOutput')],
  };
}

/** The activity belongs to some phase of one service. */
export const somePhase = criterion({
  id: 'B4',
  label: 'A phase of the service',
  question: 'Does the activity belong to some phase of one service: commissioning, design, delivery or assessment?',
  statement: 'The activity belongs to some phase of one service: commissioning, design, delivery or assessment.',
  source: 'Co-production: who does the work? (the broad definition; after Nabatchi et al. 2017)',
  decide: ({ contribution: c }) => (phases[c.activity] !== undefined && c.feedsOutput ? 'pass' : 'fail'),
  explain: whyPhase,
});
