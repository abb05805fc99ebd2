import type { Change } from '../theory.ts';
import { isMoneyOnly } from './criteria-giving.ts';
import { editContribution } from './edits.ts';
import { isSay, isWork, partyOf } from './parties.ts';
import type { Activity, Contribution, Facts } from './vocabulary.ts';
import { deed, producerWords, the } from './words.ts';

type Patch = Partial<Omit<Contribution, 'id' | 'by'>>;

/** One change of one contribution; it names every field that it sets, but not the words for what is done, which only follow. */
function change(c: Contribution, name: string, text: string, patch: Patch): Change<Facts> {
  const fields = Object.keys(patch).filter((key) => key !== 'what');
  return { id: `${c.id}.${name}`, text, facts: fields.map((key) => `${c.id}.${key}`), apply: editContribution(c.id, patch) };
}

/** One contribution and who makes it, as changes speak of it. */
interface Told {
  readonly facts: Facts;
  readonly c: Contribution;
  readonly who: string;
}

function ofForm({ c, who }: Told): Change<Facts>[] {
  const found: Change<Facts>[] = [];
  if (c.form !== 'passive') {
    const text = `${who} did nothing and only let it happen`;
    found.push(change(c, 'form=passive', text, { form: 'passive', what: 'lets it happen' }));
  }
  if (c.form === 'active') {
    const text = `${who} only held something back, instead of acting`;
    found.push(change(c, 'form=restraint', text, { form: 'restraint', what: 'holds something back' }));
  }
  if (c.form !== 'active' && c.compulsion !== 'force') {
    const text = `${who} took an active part, with time and effort`;
    found.push(change(c, 'form=active', text, { form: 'active', gives: ['time', 'effort'], what: 'takes an active part' }));
  }
  return found;
}

function ofGifts({ c, who }: Told): Change<Facts>[] {
  if (c.compulsion === 'force') return [];
  if (isMoneyOnly(c)) return [change(c, 'gives=effort', `${who} gave time and effort instead of money`, { gives: ['time', 'effort'] })];
  const money = change(c, 'gives=money', `${who} gave money and nothing else`, { gives: ['money'] });
  return c.gives.length > 0 ? [money] : [money, change(c, 'gives=effort', `${who} gave time and effort`, { gives: ['time', 'effort'] })];
}

const inOther: readonly { readonly activity: Activity; readonly did: string; readonly does: string }[] = [
  { activity: 'designing', did: 'helped to plan the service and did no more', does: 'helps to plan the service' },
  { activity: 'deciding', did: 'helped to decide what the service should do and did no more', does: 'helps to decide' },
  { activity: 'assessing', did: 'helped to judge how well the service is done and did no more', does: 'helps to judge the service' },
  { activity: 'consuming', did: 'made use of the service and did no more', does: 'makes use of the service' },
  { activity: 'campaigning', did: 'campaigned about it and did no more', does: 'campaigns about it' },
];

/** What doing the work takes the place of, as it completes "did part of the work itself". */
const insteadOf: Readonly<Record<Exclude<Activity, 'delivering'>, string>> = {
  designing: 'and did not only plan it',
  deciding: 'and did not only decide about it',
  assessing: 'and did not only judge it',
  consuming: 'and did not only make use of the service',
  paying: 'and did not only pay for it',
  campaigning: 'and did not only take part in politics',
};

function ofActivity(subject: Told): Change<Facts>[] {
  const { c, who } = subject;
  const found = inOther
    .filter(({ activity }) => activity !== c.activity)
    .map(({ activity, did, does }) => {
      const isNewSay = isSay({ ...c, activity });
      const voice = isNewSay ? (c.voice ?? 'shared') : null;
      // What is let happen or held back is still that, whatever it is part of.
      const what = c.form === 'active' ? does : c.what;
      return change(c, `activity=${activity}`, `${who} ${did}`, {
        activity,
        object: activity === 'deciding' ? 'service' : null,
        voice,
        what,
      });
    });
  if (c.activity !== 'delivering' && !isWork(c)) found.unshift(toWork(subject, insteadOf[c.activity]));
  if (c.activity === 'deciding') {
    found.push(
      c.object === 'case'
        ? change(c, 'object=service', `${who} decided how the service is run, and not a case`, { object: 'service' })
        : change(c, 'object=case', `what ${who} decided were a single case, as before a court`, { object: 'case' }),
    );
  }
  return found;
}

/** From saying, using or paying to working: whoever works acts, gives effort, and (from using) works on the output. */
function toWork({ c, who }: Told, instead: string): Change<Facts> {
  const make = (patch: Patch) => {
    const text = `${who} did part of the work itself, ${instead}`;
    return change(c, 'activity=delivering', text, {
      activity: 'delivering',
      object: null,
      voice: null,
      what: 'does part of the work',
      ...patch,
    });
  };
  if (c.compulsion === 'force') return make({});
  if (c.activity === 'consuming') return make({ form: 'active', gives: ['time', 'effort'], feedsOutput: true });
  return make(isMoneyOnly(c) ? { gives: ['time', 'effort'] } : {});
}

const voiceWords = {
  informed: 'only told about it',
  heard: 'heard, while others decided',
  shared: 'given a full share in the decision',
} as const;

function ofVoice({ c, who }: Told): Change<Facts>[] {
  if (!isSay(c) || isWork(c)) return [];
  return (['informed', 'heard', 'shared'] as const)
    .filter((voice) => voice !== c.voice)
    .map((voice) => change(c, `voice=${voice}`, `${who} were ${voiceWords[voice]}`, { voice }));
}

function ofCompulsion({ c, who }: Told): Change<Facts>[] {
  if (c.compulsion === 'force') {
    const willing: Patch = { compulsion: 'none', form: 'active', gives: ['time', 'effort'] };
    return [change(c, 'compulsion=none', `nobody used force, and ${who} took an active part`, willing)];
  }
  const duty =
    c.compulsion === 'legal-duty'
      ? change(c, 'compulsion=none', `no law required it of ${who}`, { compulsion: 'none' })
      : change(c, 'compulsion=legal-duty', `the law required it of ${who}`, { compulsion: 'legal-duty' });
  const text = `force were used on ${who}, so that nothing was left to give`;
  return [duty, change(c, 'compulsion=force', text, { compulsion: 'force', gives: [] })];
}

function ofLink({ facts, c, who }: Told): Change<Facts>[] {
  const other = producerWords(facts);
  const texts = {
    unconnected: `what ${who} did had nothing to do with ${other}`,
    prompted: `${other} only prompted it, and ${who} did it apart`,
    conjoint: `what ${who} did were joined to the work of ${other}`,
  };
  return (['unconnected', 'prompted', 'conjoint'] as const)
    .filter((link) => link !== c.link)
    .map((link) => change(c, `link=${link}`, texts[link], { link }));
}

function ofOutput({ facts: { service }, c, who }: Told): Change<Facts> {
  const feedsOutput = !c.feedsOutput;
  const text = feedsOutput
    ? `what ${who} did were really used to make the output (${service.output})`
    : `what ${who} did was put aside, and nobody made use of it`;
  return change(c, `feedsOutput=${feedsOutput}`, text, { feedsOutput });
}

/** What could be otherwise about one contribution: how, what is given, which activity, how freely, and whether it is used. */
export function changesOfContribution(facts: Facts, c: Contribution): Change<Facts>[] {
  const who = the(partyOf(facts, c.by).label);
  const subject: Told = { facts, c, who };
  const found = [
    ...ofForm(subject),
    ...ofGifts(subject),
    ...ofActivity(subject),
    ...ofVoice(subject),
    ofOutput(subject),
    ...ofLink(subject),
    ...ofCompulsion(subject),
  ];
  return facts.focus.length === 1 ? found : found.map((each) => ({ ...each, text: `${each.text} (${deed(c)})` }));
}
