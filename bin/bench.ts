/**
 * `npm run bench`: what a page and an answer cost, as ratios to baselines of the same run. Prints a table; docs/benchmarks.md holds the
 * method and figures. `--only scale` measures a large class alone, `--only answers` what an answer costs in the process. It uses the last build.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadCourse } from '#app/course/load.ts';
import { factsSchema } from '#app/definitions/co-production/facts.ts';
import { exploreCoProduction } from '#app/definitions/co-production/theory.ts';
import { bareForms, bareResponses, inProcess, overHttp, wholeQuizzes } from './bench/answers.ts';
import { halfway, makeLearner, openFile, readyAnswers, scopeOf } from './bench/data.ts';
import { pageRates } from './bench/pages.ts';
import { median, runServer } from './bench/run-server.ts';
import { scale } from './bench/scale.ts';
import { weigh } from './bench/weight.ts';
import { optionsOrStop } from './lib/options.ts';
import { stop } from './lib/settings.ts';

const root = path.resolve(import.meta.dirname, '..');
const usage = 'usage: npm run bench -- [--only scale|answers]';
const only = optionsOrStop({ only: { type: 'string' } }, usage).only ?? null;
if (only !== null && only !== 'scale' && only !== 'answers') stop(usage);
if (!existsSync(path.join(root, 'build/server/index.js'))) stop('Nothing is built yet. Run `npm run build` first.');
const folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-bench-'));
const course = loadCourse(path.join(root, 'content/co-production'));
const slug = course.lessons[0]?.slug ?? '';
const lessonPath = `/courses/${course.id}/lessons/${slug}`;

const say = (label: string, figure: string) => process.stdout.write(`${label.padEnd(62)} ${figure}\n`);
const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')} /s`;
const share = (a: number, b: number) => `${((100 * a) / b).toFixed(0)}%`;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

async function exploring(): Promise<void> {
  const cases =
    course.lessons.length > 0
      ? [...new Set(course.lessons.flatMap((lesson) => lesson.itemIds.flatMap((id) => course.item(id)?.scenarios ?? [])))]
      : [];
  const facts = cases.map((scenario) => factsSchema.parse(scenario.facts));
  for (const one of facts) exploreCoProduction(one);
  const times = facts.map((one) => {
    const begin = performance.now();
    exploreCoProduction(one);
    return performance.now() - begin;
  });
  say(`explore, ${times.length} cases: median and slowest`, `${median(times).toFixed(2)} ms, ${Math.max(...times).toFixed(2)} ms`);
}

async function answering(file: string, rounds: number): Promise<void> {
  const db = await openFile(file);
  const scope = scopeOf(db, course);
  const figures: { own: number; plain: number; row: number; form: number }[] = [];
  const { evidence } = db.readers;
  const rate = async (diagnosis: boolean) => {
    const learner = await makeLearner(db);
    const answers = await readyAnswers(scope, course, learner, slug, 250);
    const warm = await readyAnswers(scope, course, learner, slug, 30);
    db.readers.evidence = diagnosis ? evidence : null;
    await inProcess(scope, learner, warm);
    const perSecond = await inProcess(scope, learner, answers);
    db.readers.evidence = evidence;
    return { answers, perSecond };
  };
  for (let round = 0; round < rounds; round++) {
    const { perSecond: plain } = await rate(false);
    const { answers, perSecond: own } = await rate(true);
    figures.push({
      own,
      plain,
      row: await bareResponses(`${file}.responses-${round}`, answers),
      form: bareForms(`${file}.forms-${round}`, answers),
    });
  }
  await db.close();
  const own = median(figures.map((figure) => figure.own));
  const plain = median(figures.map((figure) => figure.plain));
  const row = median(figures.map((figure) => figure.row));
  const form = median(figures.map((figure) => figure.form));
  say('answer, in the process: graded, kept, counted, committed', perSecond(own));
  say('  bare prepared insert of the same row into the same table', perSecond(row));
  say('  bare prepared insert into a table with one key', perSecond(form));
  say('  without diagnosis', perSecond(plain));
  say('  time with diagnosis to that without', (plain / own).toFixed(2));
  say('  ratio to the same row', share(own, row));
  say('  ratio to the table with one key', share(own, form));
}

async function serving(file: string): Promise<void> {
  const db = await openFile(file);
  const scope = scopeOf(db, course);
  const learner = await makeLearner(db);
  await halfway(scope, course, learner, slug);
  const rounds = [];
  for (let round = 0; round < 3; round++) rounds.push(await readyAnswers(scope, course, learner, slug, 200));
  const quizzes = await readyAnswers(scope, course, learner, slug, 150);
  await db.close();

  const page = path.join(folder, 'lesson.html');
  writeFileSync(page, '');
  const once = await runServer('site', file, page);
  writeFileSync(page, await (await fetch(once.origin + lessonPath, { headers: { cookie: learner.cookie } })).text());
  const withScript = await weigh(once.origin + lessonPath, true);
  const without = await weigh(once.origin + lessonPath, false);
  await once.stop();

  const pages = await pageRates(file, page, learner, lessonPath);
  say('lesson page for a learner with progress', perSecond(pages.lesson));
  say('  Remix resource route, same bytes, same server', perSecond(pages.resource));
  say('  bare Node server, same bytes', perSecond(pages.bare));
  say('  ratio to the resource route', share(pages.lesson, pages.resource));
  say('  ratio to the bare server', share(pages.lesson, pages.bare));

  const answers = await overHttp(file, page, learner, rounds);
  say('answer over HTTP', perSecond(answers.site));
  say('  bare Node server with one prepared insert', perSecond(answers.bare));
  say('  ratio to the bare server', share(answers.site, answers.bare));
  say('  ratio to the resource route', share(answers.site, pages.resource));
  say('whole quiz of six over HTTP (12 pages, 6 answers, the result)', perSecond(await wholeQuizzes(file, page, learner, quizzes)));

  const plain = without.bytes - (without.byType.Font ?? 0);
  say('first lesson view, everything', `${kilobytes(withScript.bytes)} in ${withScript.requests} requests`);
  say('first lesson view, without script', `${kilobytes(without.bytes)} in ${without.requests} requests`);
  say('  of that without fonts', kilobytes(plain));
  say('layout shift', (withScript.shift ?? 0).toFixed(4));
}

try {
  process.stdout.write(`Node ${process.versions.node}, ${os.cpus().length} processors, ${os.cpus()[0]?.model.trim() ?? ''}\n\n`);
  if (only === null) await exploring();
  if (only !== 'scale') await answering(path.join(folder, 'answers.db'), 3);
  if (only === null) await serving(path.join(folder, 'serving.db'));
  if (only !== 'answers') {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, '');
    await scale(folder, page, course, say);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
