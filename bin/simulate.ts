/**
 * `npm run simulate`: how well learners whose beliefs are known are diagnosed, with questions as we choose them, at random and in the
 * order of the course. The same seed prints the same figures; docs/diagnosis.md holds them. `-- --plots docs/images` draws them as well.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCourse } from '#app/course/load.ts';
import type { BankItem } from '#app/learning/diagnosis/bank.ts';
import { correct, guessing, type State, type Topic, topicsOf, verdictTopic } from '#app/learning/diagnosis/states.ts';
import { alike, answersFor, calibration, foundBy } from './simulate/figures.ts';
import { foundPlot, reliabilityPlot } from './simulate/plots.ts';
import { bankOn, type Order, orders } from './simulate/sessions.ts';

const usage = 'usage: npm run simulate -- [--course co-production] [--runs 400] [--seed 1] [--slip 0.1] [--plots <folder>]';

function options() {
  try {
    const text = (value: string) => ({ type: 'string', default: value }) as const;
    const { values } = parseArgs({
      options: { course: text('co-production'), runs: text('400'), seed: text('1'), slip: text('0.1'), plots: { type: 'string' } },
    });
    const [runs, seed, slip] = [Number(values.runs), Number(values.seed), Number(values.slip)];
    if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(seed) && slip >= 0 && slip < 1))
      throw new Error('--runs and --seed are whole numbers, --slip is from 0 up to 1.');
    return { course: values.course, plots: values.plots ?? null, runs, seed, slip };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(1);
  }
}

const { course: courseId, plots, runs, seed, slip } = options();
const course = loadCourse(path.resolve(import.meta.dirname, '../content', path.basename(courseId)));
const [longest, longestInLine] = [16, 48];
const say = (text = '') => process.stdout.write(`${text}\n`);
const percent = (share: number | undefined) => (share === undefined ? '–' : `${(100 * share).toFixed(1)}%`);
const row = (cells: readonly (string | number)[]) => say(`| ${cells.join(' | ')} |`);
const head = (cells: readonly string[]) => {
  row(cells);
  row(cells.map(() => '---'));
};
const mean = (all: readonly (readonly number[])[]) =>
  (all[0] ?? []).map((_, at) => all.reduce((sum, found) => sum + (found[at] ?? 0), 0) / all.length);

type Found = Readonly<Record<Order, number[]>>;

function simulate(topic: Topic, bank: readonly BankItem[], state: State, count: number): Found {
  const under = (order: Order) =>
    foundBy(topic, bank, state, { order, runs: count, slip, seed, answers: order === 'chosen' ? longest : longestInLine });
  return Object.fromEntries(orders.map((order) => [order, under(order)])) as Record<Order, number[]>;
}

const cells = (found: Found) => [
  ...[4, 8, 12].map((at) => percent(found.chosen[at - 1])),
  ...[4, 8, 12].map((at) => percent(found.random[at - 1])),
  ...[4, 8, 12].map((at) => percent(found.fixed[at - 1])),
  ...orders.map(
    (order) =>
      answersFor(found[order], 0.95) ?? (order === 'chosen' ? `> ${longest}` : `> ${Math.min(longestInLine, found[order].length)}`),
  ),
];
const columns = ['chosen: 4', '8', '12', 'random: 4', '8', '12', 'fixed: 4', '8', '12', '95% within: chosen', 'random', 'fixed'];

function notTold(topic: Topic, bank: readonly BankItem[]): void {
  const same = alike(topic, bank).filter(([one, other]) => one.holds.length < 2 && other.holds.length < 2);
  for (const [one, other] of same) say(`No question tells ${one.id} from ${other.id} on ${topic.id}: write a story on which they part.`);
  const pairs = alike(topic, bank).length - same.length;
  if (pairs > 0) say(`${pairs} pairs of states in which two misconceptions are held are told apart by no question.`);
}

function onVerdict(topic: Topic): void {
  const bank = bankOn(course, topic);
  say(`## ${topic.label}: ${bank.length} questions, ${runs} runs a row, slip ${slip}, seed ${seed}\n`);
  notTold(topic, bank);
  head(['who holds', ...columns]);
  const states = topic.states.filter(({ holds }) => holds.length === 1);
  const single = states.map((state) => {
    const found = simulate(topic, bank, state, runs);
    row([state.id, ...cells(found)]);
    return found;
  });
  const over = (found: readonly Found[]) =>
    Object.fromEntries(orders.map((order) => [order, mean(found.map((one) => one[order]))])) as unknown as Found;
  row(['**any one of them**', ...cells(over(single))]);
  const healthy = topic.states.find(({ id }) => id === correct);
  const nobody = topic.states.find(({ id }) => id === guessing);
  if (healthy) row(['nothing mistaken', ...cells(simulate(topic, bank, healthy, runs * 2))]);
  if (nobody) row(['no view: guesses', ...cells(simulate(topic, bank, nobody, runs))]);
  const pairs = topic.states.filter(({ holds }) => holds.length === 2);
  const few = Math.max(1, Math.round(runs / 20));
  row([`two at once (${pairs.length} pairs, ${few} runs each)`, ...cells(over(pairs.map((state) => simulate(topic, bank, state, few))))]);
  say();
  const { table, brier, before } = calibration(topic, bank, { runs: runs * 5, after: [4, 8, 12], slip, seed });
  say(`Calibration over ${runs * 5} learners drawn from the prior, chosen questions, after 4, 8 and 12 answers:\n`);
  head(['said', 'cases', 'mean said', 'true']);
  for (const one of table) row([`${percent(one.from)} – ${percent(one.to)}`, one.cases, percent(one.said), percent(one.true)]);
  say(
    `\nBrier score: ${before.toFixed(3)} before any answer, ${brier.map((one) => `${one.brier.toFixed(3)} after ${one.at}`).join(', ')}.\n`,
  );
  if (plots === null) return;
  const labels = { chosen: 'as chosen', random: 'at random', fixed: 'in course order' };
  writeFileSync(
    path.join(plots, 'diagnosis-found.svg'),
    foundPlot(
      orders.map((order) => ({ label: labels[order], found: over(single)[order] })),
      longest,
    ),
  );
  writeFileSync(path.join(plots, 'diagnosis-reliability.svg'), reliabilityPlot(table));
}

function onQuestion(topic: Topic): void {
  const bank = bankOn(course, topic);
  say(`## ${topic.label} (${topic.id}): ${bank.length} questions\n`);
  notTold(topic, bank);
  head(['who holds', ...columns]);
  for (const state of topic.states) row([state.id, ...cells(simulate(topic, bank, state, runs))]);
  say();
}

for (const topic of topicsOf(course.theory)) {
  if (topic.id === verdictTopic) onVerdict(topic);
  else if (topic.states.some(({ holds }) => holds.length > 0)) onQuestion(topic);
}
