/**
 * `npm run calibrate -- [--course co-production]`: estimates the rates of the diagnosis anew from the answers in the data file, and prints
 * what to write into app/learning/diagnosis/rates.ts. It changes no file. docs/diagnosis.md says how.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCourse } from '#app/course/load.ts';
import { type Estimate, estimate, type Given, type Sequences, sequencesOf, splitByLearner } from '#app/learning/diagnosis/calibrate.ts';
import { bitsPerAnswer, type Sequence } from '#app/learning/diagnosis/expected-counts.ts';
import { type Rates, rates } from '#app/learning/diagnosis/rates.ts';
import { fewestCases } from '#app/learning/diagnosis/rates-from-counts.ts';
import { type MarkedAnswer, markedAnswersTo } from '#db/marked-answers.ts';
import { openForReading } from '#db/open-for-reading.ts';
import { settingsWithDataOrStop, stop } from './lib/settings.ts';

const usage = 'usage: npm run calibrate -- [--course co-production] [--seed 1]';
/** With fewer than these, the estimate says more about chance than about learners. */
const [fewestAnswers, fewestLearners] = [1000, 20];

function options() {
  try {
    const { values } = parseArgs({
      options: { course: { type: 'string', default: 'co-production' }, seed: { type: 'string', default: '1' } },
    });
    const folder = path.resolve(import.meta.dirname, '../content', path.basename(values.course));
    if (!existsSync(path.join(folder, 'course.yaml'))) return stop(`There is no course ${values.course} in content/.`, usage);
    const seed = Number(values.seed);
    return Number.isSafeInteger(seed) ? { folder, seed } : stop(`--seed must be a whole number, and is "${values.seed}".`, usage);
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), usage);
  }
}

async function answersIn(file: string, course: string): Promise<MarkedAnswer[]> {
  const db = await openForReading(file);
  try {
    return await markedAnswersTo(db, course);
  } catch (error) {
    const isOlder = /no such (table|column)/.test(String(error instanceof Error ? (error.cause ?? error) : error));
    if (isOlder) return stop(`The data file at ${file} is of an earlier version. Start the server once, which brings it up to date.`);
    throw error;
  } finally {
    db.close();
  }
}

const count = (n: number, noun: string) => `${Math.round(n).toLocaleString('en-GB')} ${noun}${Math.round(n) === 1 ? '' : 's'}`;
const answersOf = (sequences: readonly Sequence[]) => sequences.reduce((sum, { observations }) => sum + observations.length, 0);
const learnersOf = (sequences: readonly Sequence[]) => new Set(sequences.map(({ learner }) => learner)).size;
const restsOn = (sequences: readonly Sequence[]) =>
  `${count(answersOf(sequences), 'answer')} by ${count(learnersOf(sequences), 'learner')}`;

function orTooFew({ sequences, leftOut }: Sequences, course: string): void {
  const [answers, learners] = [answersOf(sequences), learnersOf(sequences)];
  if (answers >= fewestAnswers && learners >= fewestLearners) return;
  stop(
    `Too few answers: the data file has ${restsOn(sequences)} to ${course} that tell anything, and an estimate needs at least ` +
      `${count(fewestAnswers, 'answer')} by ${count(fewestLearners, 'learner')}.`,
    ...(leftOut > 0 ? [`${count(leftOut, 'answer')} left out: the question is gone, or was changed so that the answer does not fit.`] : []),
    'Until then the rates in app/learning/diagnosis/rates.ts stand.',
  );
}

const shown = (rate: number) => rate.toFixed(3);

/** One line a rate: its name, its value before and after, and the cases that it rests on. */
function table(before: Rates, { rates: after, cases }: Estimate): string[] {
  const line = (name: string, from: number, to: number, rests: number) => {
    const note = rests < fewestCases ? ', too few: left as it is' : '';
    return `${name.padEnd(16)} ${shown(from).padStart(7)} ${shown(to).padStart(7)}  ${Math.round(rests).toLocaleString('en-GB')}${note}`;
  };
  const single = ['slip', 'partSlip', 'guess', 'learn', 'settle', 'forget'] as const;
  const groups = ['correct', 'single', 'pair', 'guessing'] as const;
  return [
    `${'rate'.padEnd(16)} ${'before'.padStart(7)} ${'after'.padStart(7)}  rests on so many cases`,
    ...single.map((name) => line(name, before[name], after[name], cases[name])),
    ...groups.map((name) => line(`prior.${name}`, before.prior[name], after.prior[name], cases.prior)),
  ];
}

function toWrite({ prior, ...others }: Rates): string[] {
  const inside = Object.entries(prior).map(([name, share]) => `${name}: ${Number(shown(share))}`);
  return [...Object.entries(others).map(([name, rate]) => `  ${name}: ${Number(shown(rate))},`), `  prior: { ${inside.join(', ')} },`];
}

const { folder, seed } = options();
const { databasePath } = settingsWithDataOrStop();
const course = loadCourse(folder);
const given = ({ learnerId, itemId, answer, mode }: MarkedAnswer): Given => {
  // In a test what is right is shown at its end, which the diagnosis does not count as a chance to learn either.
  return { learner: learnerId, item: course.item(itemId), answer, feedback: mode !== 'mock' && mode !== 'graded' };
};
const read = sequencesOf((await answersIn(databasePath, course.id)).map(given));
orTooFew(read, course.id);

const { training, heldOut } = splitByLearner(read.sequences, seed);
const found = estimate(training, rates);
const [before, after] = [bitsPerAnswer(heldOut, rates), bitsPerAnswer(heldOut, found.rates)];
const bits = (cost: number | undefined) => (cost ?? 0).toFixed(4);
const lines = [
  `${course.id}: ${restsOn(read.sequences)}; ${count(read.leftOut, 'answer')} left out, which tell nothing or do not fit the course as it is.`,
  `Estimated from ${restsOn(training)}, in ${count(found.bits.length - 1, 'step')}.`,
  '',
  ...table(rates, found),
  '',
  'log-loss, bits per answer   before    after',
  `estimated from              ${bits(found.bits[0])}   ${bits(found.bits.at(-1))}`,
  `held out                    ${bits(before)}   ${bits(after)}   ${restsOn(heldOut)}, chosen by seed ${seed}`,
  '',
  ...(after < before
    ? ['Write into app/learning/diagnosis/rates.ts, with the number of answers as the reason:', '', ...toWrite(found.rates)]
    : ['The answers of the learners held out did not become likelier, so leave app/learning/diagnosis/rates.ts as it is.']),
];
console.log(lines.join('\n'));
