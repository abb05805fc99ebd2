/**
 * Judges cases from standard input: a JSON array of { id, facts } in, a JSON array of derivations in the same order out.
 * Anything wrong with the input: nothing on standard output, one line a problem on standard error, exit 1.
 */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { judge } from '#app/definitions/judge.ts';
import { type TaughtTheory, theories } from '#app/definitions/theories.ts';
import type { Theory } from '#app/definitions/theory.ts';
import { InputProblems, orProblems } from './lib/input-problems.ts';

const usage = 'usage: npm run -s judge -- --course <course> [--trace] [--misconceptions] < cases.json';

interface Options {
  readonly taught: TaughtTheory;
  readonly trace: boolean;
  readonly misconceptions: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values } = parseFlags(args);
  const course = values.course;
  if (course === undefined) throw new InputProblems(['--course is missing', usage]);
  const taught = theories.get(course);
  if (taught === undefined) {
    throw new InputProblems([`unknown course "${course}": there is ${[...theories.keys()].join(', ')}`]);
  }
  return { taught, trace: values.trace, misconceptions: values.misconceptions };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        course: { type: 'string' },
        trace: { type: 'boolean', default: false },
        misconceptions: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new InputProblems([error instanceof Error ? error.message : String(error), usage]);
  }
}

const entry = z.looseObject({ id: z.string().min(1), facts: z.unknown().optional() });

function readJson(input: string): readonly unknown[] {
  if (input.trim() === '') throw new InputProblems(['standard input is empty: give a JSON array of { "id", "facts" }']);
  let parsed: unknown;
  try {
    parsed = JSON.parse(input);
  } catch (error) {
    throw new InputProblems([`standard input is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  if (!Array.isArray(parsed)) throw new InputProblems(['standard input is not a JSON array: give [{ "id": …, "facts": … }, …]']);
  return parsed;
}

/** One line per problem: `case <id>: facts.contributions.1.by: …`. */
function linesOf(id: string, { issues }: z.ZodError): string[] {
  return issues.flatMap((issue) => {
    const path = ['facts', ...issue.path].join('.');
    if (issue.code !== 'unrecognized_keys') return [`case ${id}: ${path}: ${issue.message.replaceAll('\n', ' ')}`];
    return issue.keys.map((key) => `case ${id}: ${path}.${key}: there is no such field: leave it out`);
  });
}

interface Case {
  readonly id: string;
  readonly facts: unknown;
}

function readCases(input: string, theory: Theory<unknown>): Case[] {
  const problems: string[] = [];
  const cases = readJson(input).flatMap((raw, index): Case[] => {
    const head = entry.safeParse(raw);
    if (!head.success) {
      problems.push(`case number ${index + 1}: ${nameProblem(raw)}`);
      return [];
    }
    const facts = theory.facts.safeParse(head.data.facts);
    if (facts.success) return [{ id: head.data.id, facts: facts.data }];
    problems.push(...linesOf(head.data.id, facts.error));
    return [];
  });
  if (problems.length > 0) throw new InputProblems(problems);
  return cases;
}

function nameProblem(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return 'not an object: give { "id", "facts" }';
  return 'id: a case needs an id, a text that is not empty';
}

function traceOf(theory: Theory<unknown>, facts: unknown): object {
  const lenses = theory.lenses.map((lens) => {
    const { verdict, mixed, subjects } = judge(theory, facts, lens);
    const contributions = subjects.map(({ subject, label, verdict: own, findings }) => ({
      contribution: subject,
      label,
      verdict: own,
      criteria: findings.map(({ criterion, label: name, outcome, because }) => ({ criterion, label: name, outcome, because })),
    }));
    return [lens.id, { verdict, mixed, contributions }] as const;
  });
  return Object.fromEntries(lenses);
}

function misconceptionsOf(theory: Theory<unknown>, facts: unknown): object {
  const answers = theory.misconceptions.map(({ id, lens, question }) => {
    const answer = lens === undefined ? (question?.answer(facts) ?? null) : judge(theory, facts, lens).verdict;
    return [id, answer] as const;
  });
  return Object.fromEntries(answers);
}

function judged({ id, facts }: Case, { taught, trace, misconceptions }: Options): object {
  return {
    id,
    ...taught.derive(facts),
    ...(trace ? { trace: traceOf(taught.theory, facts) } : {}),
    ...(misconceptions ? { misconceptions: misconceptionsOf(taught.theory, facts) } : {}),
  };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const cases = readCases(await text(process.stdin), options.taught.theory);
  const derived = cases.map((each) => judged(each, options));
  process.stdout.write(`${JSON.stringify(derived, null, 2)}\n`);
}

await orProblems(main);
