import type { Change } from '../theory.ts';
import { worths } from './criteria-value.ts';
import { plainWork } from './defaults.ts';
import { dropContributions, type Edit, editContribution, editValue } from './edits.ts';
import { focusContributions, isStateParty, overlap, partyOf, stateContributions } from './parties.ts';
import { mainMotives } from './verdicts.ts';
import type { Contribution, Facts, Motive, Party } from './vocabulary.ts';
import { deed, list, producerWords, the } from './words.ts';

function ofService({ service }: Facts): Change<Facts> {
  const publicService = !service.publicService;
  return {
    id: `service.publicService=${publicService}`,
    text: publicService
      ? `it were the job of a public body to ${service.purpose}`
      : `it were nobody’s public duty to ${service.purpose}, only a private business`,
    facts: ['service'],
    apply: (facts) => ({ ...facts, service: { ...facts.service, publicService } }),
  };
}

/** An id that is free, made from a plain one. */
function freeId(facts: Facts, wish: string): string {
  const taken = new Set([...facts.parties, ...facts.contributions].map(({ id }) => id));
  return taken.has(wish) ? freeId(facts, `${wish}-x`) : wish;
}

function joinIn(facts: Facts, by: string): Contribution {
  const steps = focusContributions(facts)[0]?.steps ?? [1, 1];
  return plainWork({ id: freeId(facts, 'g1'), by, what: 'does its own share of the work', steps });
}

function ofState(facts: Facts): Change<Facts>[] {
  const given = stateContributions(facts);
  if (given.length === 0) {
    const there = facts.parties.find(isStateParty);
    const body: Party = {
      id: freeId(facts, 'public-body'),
      label: 'Public body',
      kind: 'government',
      role: 'regular-producer',
      pay: 'wage',
      scale: 'n/a',
    };
    const apply: Edit = (before) => ({
      ...before,
      parties: there === undefined ? [...before.parties, body] : before.parties,
      contributions: [...before.contributions, joinIn(facts, there?.id ?? body.id)],
    });
    const who = there === undefined ? 'a public body' : the(there.label);
    return [{ id: 'state=joins', text: `${who} did a share of the work as well`, facts: [there?.id ?? body.id], apply }];
  }
  const ids = given.map(({ id }) => id).filter((id) => !facts.focus.includes(id));
  if (ids.length < given.length) return [];
  const who = list([...new Set(given.map(({ by }) => the(partyOf(facts, by).label)))]);
  return [{ id: 'state=none', text: `${who} put nothing into it`, facts: ids, apply: dropContributions(ids) }];
}

function ofValue(facts: Facts): Change<Facts>[] {
  const good = worths(facts, 'positive');
  const found: Change<Facts>[] = facts.value.map((value, index) => {
    const joint = value.consumption === 'joint';
    return {
      id: `value.${index + 1}.consumption=${joint ? 'individual' : 'joint'}`,
      text: joint ? `only individuals felt the effect (“${value.what}”)` : `everybody shared in the effect (“${value.what}”)`,
      facts: [`value.${index + 1}.consumption`],
      apply: editValue(index, { consumption: joint ? 'individual' : 'joint' }),
    };
  });
  if (good.length > 1) {
    for (const { value, ref } of good) {
      const index = facts.value.indexOf(value);
      const text = `it did harm to ${the(value.to)} instead of bringing “${value.what}”`;
      found.push({ id: `${ref}.sign=negative`, text, facts: [`${ref}.sign`], apply: editValue(index, { sign: 'negative' }) });
    }
  }
  if (good.length > 0) {
    const refs = facts.value.map((_, index) => `value.${index + 1}.sign`);
    found.push({
      id: 'value=negative',
      text: 'nothing good came of it for anybody, only harm',
      facts: refs,
      apply: editValue('all', { sign: 'negative' }),
    });
  } else {
    found.push(toGood(facts));
  }
  return found;
}

function toGood({ value }: Facts): Change<Facts> {
  const [first] = value;
  if (first === undefined) {
    const good = { consumption: 'joint', to: 'the community', sign: 'positive', what: 'a better service' } as const;
    return {
      id: 'value=positive',
      text: 'the community gained by it',
      facts: ['value.1'],
      apply: (facts) => ({ ...facts, value: [good] }),
    };
  }
  const text = `good came of it for ${the(first.to)}, instead of “${first.what}”`;
  return { id: 'value.1.sign=positive', text, facts: ['value.1.sign'], apply: editValue(0, { sign: 'positive' }) };
}

/** What could be otherwise about the case as a whole: the public task, the public body's share, and what comes of it. */
export function changesOfCase(facts: Facts): Change<Facts>[] {
  return [...ofState(facts), ofService(facts), ...ofValue(facts)];
}

function ofTiming(facts: Facts, c: Contribution): Change<Facts> {
  const state = stateContributions(facts);
  const who = the(partyOf(facts, c.by).label);
  const where = facts.focus.length > 1 ? ` (${deed(c)})` : '';
  const [first] = state;
  if (first === undefined || state.some((own) => overlap(own, c))) {
    const last = Math.max(...facts.contributions.map(({ steps }) => steps[1])) + 1;
    const apply = editContribution(c.id, { steps: [last, last] });
    return { id: `${c.id}.steps=later`, text: `${who} did it only weeks later${where}`, facts: [`${c.id}.steps`], apply };
  }
  const apply = editContribution(c.id, { steps: first.steps });
  const text = `${who} did it at the same time as ${producerWords(facts)}${where}`;
  return { id: `${c.id}.steps=together`, text, facts: [`${c.id}.steps`], apply };
}

function ofMotives(facts: Facts, party: Party): Change<Facts> {
  const toDuty = mainMotives({ motives: facts.motives.filter(({ by }) => by === party.id) }).includes('extrinsic');
  const motive: Motive = toDuty
    ? { by: party.id, type: 'normative', weight: 3, cue: 'out of a sense of duty alone' }
    : { by: party.id, type: 'extrinsic', weight: 3, cue: 'only for the advantage' };
  const refs = facts.motives.flatMap(({ by }, index) => (by === party.id ? [`motive.${index + 1}`] : []));
  return {
    id: `${party.id}.motives=${motive.type}`,
    text: `${the(party.label)} did it ${motive.cue}`,
    facts: refs.length > 0 ? refs : [`${party.id}.motives`],
    apply: (before) => ({ ...before, motives: [...before.motives.filter(({ by }) => by !== party.id), motive] }),
  };
}

/** Changes that never touch a verdict, and that many a misconception takes for decisive: timing and motives. */
export function decoys(facts: Facts): Change<Facts>[] {
  const judged = focusContributions(facts);
  const parties = [...new Set(judged.map(({ by }) => by))].map((id) => partyOf(facts, id));
  return [...judged.map((contribution) => ofTiming(facts, contribution)), ...parties.map((party) => ofMotives(facts, party))];
}
