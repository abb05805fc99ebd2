/** What makes authored facts contradict themselves, each with the path of the field to mend. */
import { hasOutsideRole, isSay } from './parties.ts';
import type { Facts } from './vocabulary.ts';

export interface FactProblem {
  readonly path: readonly (string | number)[];
  /** What is wrong and what would be right. */
  readonly message: string;
}

const choices = (ids: readonly string[]): string => (ids.length === 0 ? 'there is none yet' : `there is ${ids.join(', ')}`);

function* unique(values: readonly string[], path: (index: number) => FactProblem['path'], what: string): Generator<FactProblem> {
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) < index) yield { path: path(index), message: `"${value}" is used twice: give each ${what} its own` };
  }
}

function* checkContributions({ parties, contributions }: Facts): Generator<FactProblem> {
  for (const [index, { by, gives, voice, compulsion, steps, ...rest }] of contributions.entries()) {
    const at = (field: string) => ['contributions', index, field];
    const party = parties.find((candidate) => candidate.id === by);
    if (party === undefined) {
      yield { path: at('by'), message: `no party has the id "${by}": ${choices(parties.map(({ id }) => id))}` };
    } else if (voice === null && hasOutsideRole(party) && isSay({ by, gives, voice, compulsion, steps, ...rest })) {
      yield { path: at('voice'), message: `${rest.activity} by an outside party needs a voice: informed, heard, shared or sole` };
    }
    if (compulsion === 'force' && gives.length > 0) {
      yield { path: at('gives'), message: 'whoever is forced gives nothing: write gives: [] or another compulsion' };
    }
    if (steps[0] > steps[1]) {
      yield { path: at('steps'), message: `steps go from the first to the last: [${steps[1]}, ${steps[0]}]` };
    }
  }
}

function* checkFocus({ focus, contributions }: Facts): Generator<FactProblem> {
  const ids = contributions.map(({ id }) => id);
  if (focus.length === 0) {
    yield { path: ['focus'], message: 'nothing is judged: name a contribution, or add one by a party other than the public body' };
  }
  for (const [index, id] of focus.entries()) {
    if (!ids.includes(id)) yield { path: ['focus', index], message: `no contribution has the id "${id}": ${choices(ids)}` };
  }
  yield* unique(focus, (index) => ['focus', index], 'judged contribution');
}

/** All contradictions in facts of the right shape; none for facts that can be judged. */
export function* checkFacts(facts: Facts): Generator<FactProblem> {
  const { parties, contributions, alternatives, motives, decision } = facts;
  yield* unique(
    [...parties, ...contributions].map(({ id }) => id),
    (index) => (index < parties.length ? ['parties', index, 'id'] : ['contributions', index - parties.length, 'id']),
    'party and contribution an id of',
  );
  yield* checkContributions(facts);
  yield* checkFocus(facts);
  for (const [index, { achieves, note }] of alternatives.entries()) {
    if (achieves === 'no' && note.trim() === '') {
      yield { path: ['alternatives', index, 'note'], message: 'say why this alternative cannot achieve the output' };
    }
  }
  for (const [index, { by }] of motives.entries()) {
    if (!parties.some(({ id }) => id === by)) {
      yield { path: ['motives', index, 'by'], message: `no party has the id "${by}": ${choices(parties.map(({ id }) => id))}` };
    }
  }
  yield* unique(
    (decision?.areas ?? []).map(({ name }) => name),
    (index) => ['decision', 'areas', index, 'name'],
    'area a name of',
  );
}
