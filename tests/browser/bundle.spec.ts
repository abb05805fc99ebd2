/** What the build hands to every browser holds no key: no reason, no fact, no story, no meaning of an option. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { feedback } from '#app/quiz/quiz.ts';
import { rightAnswer } from './answers.ts';
import { course, items } from './the-course.ts';

/** Every text under one of `names`, anywhere in a value. */
function textsUnder(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && names.includes(name) ? [inner] : textsUnder(inner, names),
  );
}

const scenarios = [...new Set(items.flatMap((item) => item.scenarios))];

const reasons = items.flatMap((item) => textsUnder(feedback(item, rightAnswer(item)), ['because']));
const breaks = course.theory.misconceptions.map((misconception) => misconception.breaks);
const sentences = scenarios.flatMap(({ story }) => story.flat().map(({ segments }) => segments.map(({ text }) => text).join('')));
/** The parts between marks: the form in which a compiled course holds its stories. */
const segments = scenarios.flatMap(({ story }) => story.flat().flatMap((sentence) => sentence.segments.map(({ text }) => text)));
const facts = scenarios.flatMap((scenario) => textsUnder(scenario.facts, ['what']));

/**
 * A build may escape quotes and letters beyond ASCII, so the longest run without them stands for a text. A few words that fill fewer
 * than 24 characters are anybody's.
 */
function canaries(texts: readonly string[]): string[] {
  const longest = texts.map((text) => text.split(/[^\x20-\x7e]|["'`\\$]/).reduce((best, run) => (run.length > best.length ? run : best)));
  return [...new Set(longest.map((run) => run.trim()))].filter((run) => run.length >= 24);
}

const codeNames = ['distractors', 'feedsOutput'];

function contentsOf(file: string): string {
  const bytes = readFileSync(file);
  if (file.endsWith('.br')) return brotliDecompressSync(bytes).toString();
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
}

/** What of `secrets` stands in the files under `folder`, with the name of the file. */
function found(folder: string, secrets: readonly string[]): { file: string; secret: string }[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const contents = contentsOf(path.join(entry.parentPath, entry.name));
    return secrets.filter((secret) => contents.includes(secret)).map((secret) => ({ file: entry.name, secret }));
  });
}

test('the browser’s bundle has nothing of a key', () => {
  const secrets = canaries([...reasons, ...breaks, ...sentences, ...segments, ...facts]);
  expect(secrets.length).toBeGreaterThan(500);
  // The lab's own script is the engine: it has the theory's words, which the reference tells too, and no case.
  const engine = /^lab-page-/;
  expect(found('build/client', [...secrets, ...codeNames]).filter(({ file }) => !engine.test(file))).toEqual([]);
  const ofCases = canaries([...sentences, ...segments, ...facts]);
  expect(found('build/client', ofCases)).toEqual([]);
});

test('the same search finds stories, facts and definitions where they belong, on the server', () => {
  const secrets = [...canaries([...breaks, ...segments, ...facts]), ...codeNames];
  const there = new Set(found('build/server', secrets).map(({ secret }) => secret));
  expect(secrets.filter((secret) => !there.has(secret))).toEqual([]);
});
