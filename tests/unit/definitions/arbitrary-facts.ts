/** Random valid facts, wider than any author would write them. */
import fc from 'fast-check';
import type { Contribution, Facts, Party } from '#app/definitions/co-production/vocabulary.ts';
import {
  activities,
  compulsions,
  forms,
  gifts,
  kinds,
  links,
  motiveTypes,
  pays,
  roles,
  scales,
  tools,
  voices,
} from '#app/definitions/co-production/vocabulary.ts';

const outsideRoles: readonly string[] = ['client', 'regulatee', 'citizen', 'volunteer'];
const says: readonly string[] = ['deciding', 'designing', 'assessing'];

const words = fc.constantFrom('sorts and rinses', 'digs trenches', 'money leaves the account', 'is moved', 'visits, listens, shows how');
const label = fc.constantFrom('Tax office', 'Residents', 'Tenant panel', 'Sure Start programme', 'Police', 'the neighbours');

const partyOf = (id: string): fc.Arbitrary<Party> =>
  fc.record({
    id: fc.constant(id),
    label,
    kind: fc.constantFrom(...kinds),
    role: fc.oneof(fc.constantFrom(...roles), fc.constantFrom('regular-producer' as const, 'citizen' as const)),
    pay: fc.oneof(fc.constantFrom(...pays), fc.constant('none' as const)),
    scale: fc.constantFrom(...scales),
  });

const steps = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([from, length]): [number, number] => [from, from + length]);

/** What validity asks: force gives nothing, and a say by an outside party has a voice. */
function mend(contribution: Contribution, parties: readonly Party[]): Contribution {
  const outside = parties.some(({ id, role }) => id === contribution.by && outsideRoles.includes(role));
  return {
    ...contribution,
    gives: contribution.compulsion === 'force' ? [] : contribution.gives,
    voice: contribution.voice ?? (outside && says.includes(contribution.activity) ? 'heard' : null),
  };
}

const contributionOf = (id: string, parties: readonly Party[]): fc.Arbitrary<Contribution> =>
  fc
    .record({
      id: fc.constant(id),
      by: fc.constantFrom(...parties.map((party) => party.id)),
      what: words,
      activity: fc.oneof(fc.constantFrom(...activities), fc.constant('delivering' as const)),
      object: fc.constantFrom('service' as const, 'case' as const, null),
      form: fc.oneof(fc.constantFrom(...forms), fc.constant('active' as const)),
      gives: fc.oneof(fc.uniqueArray(fc.constantFrom(...gifts), { maxLength: 3 }), fc.constant(['money' as const])),
      voice: fc.constantFrom(...voices, null),
      compulsion: fc.constantFrom(...compulsions),
      link: fc.constantFrom(...links),
      feedsOutput: fc.boolean(),
      steps,
    })
    .map((contribution) => mend(contribution, parties));

const value = fc.record({
  consumption: fc.constantFrom('individual' as const, 'joint' as const),
  to: fc.constantFrom('the community', 'taxpayer'),
  sign: fc.constantFrom('positive' as const, 'negative' as const),
  what: fc.constantFrom('health', 'a record'),
});

const alternative = fc.record({
  tool: fc.constantFrom(...tools),
  achieves: fc.constantFrom('as-well' as const, 'worse' as const, 'no' as const),
  note: fc.constant('as it happens'),
});

const amount = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const option = fc.record({
  cash: amount,
  otherCosts: fc.record({ parentTime: amount }),
  benefits: fc.record({ reach: amount, trust: amount }),
});
const area = (name: string) =>
  fc.record({
    name: fc.constant(name),
    coproduction: option,
    alternative: option.map((figures) => ({ ...figures, tool: 'own-staff' as const })),
  });
const decision = fc.option(
  fc.record({ unit: fc.constant('points'), areas: fc.oneof(fc.tuple(area('north')), fc.tuple(area('north'), area('south'))) }),
);

const range = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** Any valid facts. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...range(count, 'p').map(partyOf)))
  .chain((parties) =>
    fc
      .integer({ min: 1, max: 5 })
      .chain((count) => fc.tuple(...range(count, 'c').map((id) => contributionOf(id, parties))))
      .chain((contributions) =>
        fc.record({
          service: fc.record({
            purpose: fc.constant('keep streets safe'),
            output: fc.constant('safe streets'),
            publicService: fc.boolean(),
          }),
          parties: fc.constant(parties),
          contributions: fc.constant(contributions),
          focus: fc.uniqueArray(fc.constantFrom(...contributions.map(({ id }) => id)), { minLength: 1, maxLength: 2 }),
          value: fc.array(value, { maxLength: 3 }),
          alternatives: fc.array(alternative, { maxLength: 2 }),
          motives: fc.array(
            fc.record({
              by: fc.constantFrom(...parties.map(({ id }) => id)),
              type: fc.constantFrom(...motiveTypes),
              weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
              cue: fc.constant('says so'),
            }),
            { maxLength: 3 },
          ),
          decision,
        }),
      ),
  );

/** Facts that the narrow lens affirms: what it asks is set right, everything else is random. */
export const arbitraryCoProduction: fc.Arbitrary<Facts> = arbitraryFacts.map((facts) => {
  const producer: Party = { id: 'state', label: 'Council', kind: 'government', role: 'regular-producer', pay: 'wage', scale: 'n/a' };
  const contributions = facts.contributions.map((contribution): Contribution => {
    if (!facts.focus.includes(contribution.id)) return contribution;
    const compulsion = contribution.compulsion === 'force' ? 'legal-duty' : contribution.compulsion;
    const gives = contribution.gives.some((gift) => gift !== 'money') ? contribution.gives : (['time'] as const);
    const link = contribution.link === 'unconnected' ? 'conjoint' : contribution.link;
    return { ...contribution, activity: 'delivering', object: null, form: 'active', gives, compulsion, link, feedsOutput: true };
  });
  const [first] = contributions;
  const own: Contribution = { ...(first as Contribution), id: 'state1', by: 'state', voice: null, gives: ['time'], compulsion: 'none' };
  const parties = facts.parties.map((party): Party => {
    const judged = contributions.some(({ id, by }) => by === party.id && facts.focus.includes(id));
    return judged ? { ...party, kind: 'individual', role: 'citizen', pay: party.pay === 'allowance' ? 'allowance' : 'none' } : party;
  });
  return {
    ...facts,
    service: { ...facts.service, publicService: true },
    parties: [...parties, producer],
    contributions: [...contributions.map((contribution) => mend(contribution, parties)), own],
    value: [...facts.value, { consumption: 'joint', to: 'the community', sign: 'positive', what: 'safer streets' }],
  };
});
