import { describe, expect, test } from 'vitest';
import { clause, line, pluralVerb } from '#app/definitions/co-production/telling.ts';
import type { Contribution, Party } from '#app/definitions/co-production/vocabulary.ts';
import { isPlural, list, sentence, spaced, the } from '#app/definitions/co-production/words.ts';
import { factsOf } from './cases.ts';

test.each([
  ['Tax office', 'the tax office'],
  ['a wage earner', 'the wage earner'],
  ['The office', 'the office'],
  ['Sure Start local programme', 'the Sure Start local programme'],
  ['NHS trust', 'the NHS trust'],
  ['her neighbours', 'her neighbours'],
  ['Everyone who lives there', 'everyone who lives there'],
  ['anybody', 'anybody'],
  ['No one', 'no one'],
  ['all readers', 'all readers'],
])('%s in mid-sentence is %s', (label, spoken) => {
  expect(the(label)).toBe(spoken);
});

test.each([
  ['Patrol members', true],
  ['Local police', true],
  ['Friends of the park', true],
  ['Families below the spring', true],
  ['Farmers along both banks', true],
  ['Parents whose child is ill', true],
  ['Tenant panel', false],
  ['House above the lanes', false],
  ['Parent with two jobs', false],
  ['Witness', false],
  ['Children and parents', true],
])('%s is plural: %s', (label, plural) => {
  expect(isPlural(label)).toBe(plural);
});

test.each([
  ['digs', 'dig'],
  ['watches', 'watch'],
  ['carries', 'carry'],
  ['chooses', 'choose'],
  ['goes', 'go'],
  ['is', 'are'],
  ['has', 'have'],
  ['passes', 'pass'],
])('one %s, several %s', (one, several) => {
  expect(pluralVerb(one)).toBe(several);
});

describe('a clause', () => {
  const [party] = factsOf('postcodes').parties;
  const [contribution] = factsOf('postcodes').contributions;
  const say = (label: string, what: string) => clause({ ...(party as Party), label }, { ...(contribution as Contribution), what });

  test.each([
    ['Taxpayer', 'works out and enters the figures', 'the taxpayer works out and enters the figures'],
    ['Jurors', 'hears and decides the case', 'the jurors hear and decide the case'],
    ['Peer supporters', 'visits, listens, shows how', 'the peer supporters visit, listen and show how'],
    ['Detainees', 'is moved', 'the detainees are moved'],
    ['Villagers', 'reaches the patient and presses his chest', 'the villagers reach the patient and press his chest'],
    ['Residents', 'listen to the plan', 'the residents listen to the plan'],
    ['Farmers and their children', 'plant and water', 'the farmers and their children plant and water'],
  ])('%s who %s', (label, what, told) => {
    expect(say(label, what)).toBe(told);
  });

  test('is not made of what is no plain verb phrase', () => {
    expect(say('Ratepayer', 'money leaves the account')).toBeNull();
    expect(say('Parent', 'hours of practice')).toBeNull();
    expect(say('Ratepayers', 'money leaves the account')).toBeNull();
    expect(say('Residents', 'time and effort')).toBeNull();
    expect(say('Residents', 'digs trenches and lays pipes')).toBeNull();
  });
});

test('a line of its own goes in the number of those who do it, and quotes what is no verb phrase as it is', () => {
  const [party] = factsOf('postcodes').parties;
  const [contribution] = factsOf('postcodes').contributions;
  const say = (label: string, what: string) => line({ ...(party as Party), label }, { ...(contribution as Contribution), what });
  expect(say('Tax office', 'builds the form')).toBe('Tax office: builds the form');
  expect(say('Patrol members', 'patrols and reports')).toBe('Patrol members: patrol and report');
  expect(say('Ratepayers', 'money leaves the account')).toBe('Ratepayers: money leaves the account');
});

test('small joinery', () => {
  expect(list(['a', 'b', 'c'])).toBe('a, b and c');
  expect(list([])).toBe('');
  expect(sentence('“works out”')).toBe('“Works out”');
  expect(spaced('parentTime')).toBe('parent time');
  expect(spaced('volunteer_hours')).toBe('volunteer hours');
});
