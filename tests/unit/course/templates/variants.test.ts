/** Reads every variant of every template as a careful proofreader would. */
import { describe, expect, test } from 'vitest';
import { compileCourse } from '#app/course/compile.ts';
import { createCourse } from '#app/course/course.ts';
import { readingGrade, wordsOf } from '#app/course/reading.ts';
import { plainText } from '#app/course/story.ts';
import { stockMeter } from '#app/course/templates/meter.ts';
import { scenarioOf } from '#app/course/templates/template.ts';
import { untold } from '#app/course/told.ts';
import { forLearner, grade, keyOf } from '#app/quiz/quiz.ts';

const { course: compiled } = compileCourse('content/co-production');
if (!compiled) throw new Error('the content has errors');
const course = createCourse(compiled);
const { theory } = course;
const read = compiled.variants.map((variant) => {
  const template = compiled.templates.find(({ id }) => id === variant.template);
  if (!template) throw new Error(`no template ${variant.template}`);
  const scenario = scenarioOf(template, variant.choices, theory);
  return { ...variant, template, scenario, text: plainText(scenario.story) };
});
const sentencesOf = (story: (typeof read)[number]['scenario']['story']) =>
  story.flat().map(({ segments }) => segments.map(({ text }) => text).join(''));

/** The variants for which a reader found something, with what it is. */
const faults = (find: (one: (typeof read)[number]) => readonly (string | null | undefined)[]) =>
  read.flatMap((one) => find(one).flatMap((fault) => (fault ? [`${one.id}: ${fault}`] : [])));
/** Every text of a variant that somebody reads. */
const textsOf = ({ scenario, text }: (typeof read)[number]) => [
  text,
  scenario.title,
  scenario.gist,
  scenario.source.note ?? '',
  ...strings(scenario.facts),
];
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the language of every variant', () => {
  test('has no slot, mark or bracket left', () => {
    expect(faults((one) => textsOf(one).map((text) => /[<>[\]{}\\]|undefined/.exec(text)?.[0]))).toEqual([]);
  });

  test('has no doubled word, space or stop, and no space before one', () => {
    const allowed = /\b(?:that that|had had)\b/i;
    expect(
      faults((one) =>
        textsOf(one).map(
          (text) =>
            /\b(\p{L}+) \1\b/iu.exec(text.replace(allowed, ''))?.[0] ??
            / {2}|[.,;:]{2}| [.,;:]|[,;:](?=\S)(?!\d)(?!["’”])/u.exec(text)?.[0],
        ),
      ),
    ).toEqual([]);
  });

  test('says a and an as they are spoken', () => {
    const silent = /^(?:hour|honest|heir|honou?r)/i;
    const likeYou = /^(?:uni(?!n)|use|usual|euro|one\b|once)/i;
    expect(
      faults((one) =>
        textsOf(one).flatMap((text) =>
          [...text.matchAll(/\b(an?) (\p{L}+)/giu)].map(([words, article = '', next = '']) => {
            const vowel = silent.test(next) || (/^[aeiou]/i.test(next) && !likeYou.test(next));
            return (article.toLowerCase() === 'an') === vowel ? null : words;
          }),
        ),
      ),
    ).toEqual([]);
  });

  test('begins each sentence with a capital and ends it with a stop', () => {
    expect(
      faults(({ scenario }) =>
        [...sentencesOf(scenario.story), scenario.gist, ...(scenario.source.note ?? '').split(/(?<=[.?]) /).filter(Boolean)].map(
          (sentence) => (/^[“"]?[\p{Lu}\d]/u.test(sentence) && /[.?!]["”]?$/.test(sentence) ? null : sentence),
        ),
      ),
    ).toEqual([]);
  });

  test('has no label of a party, which is written with a capital, in the middle of a sentence', () => {
    expect(
      faults(({ scenario, text }) => {
        const labels = (scenario.facts as { parties: { label: string }[] }).parties.map(({ label }) => label);
        return labels.flatMap((label) =>
          [...text.matchAll(new RegExp(`(?<=\\p{L},? )(?:[Tt]he |[Aa]n? |of )?${label}\\b`, 'gu'))].map(([words]) => words),
        );
      }),
    ).toEqual([]);
  });

  test('goes with the number of those who act', () => {
    expect(
      faults(({ text }) => [
        /\b(?:they|we|people|families|children|staff|crews|parents|neighbours|students|volunteers) (?:is|was|has|does|goes|comes|works|makes|[a-z]+(?:ch|sh)es)\b/.exec(
          text,
        )?.[0],
        /\b(?:he|she|it|everybody|nobody|somebody|everyone) (?:are|were|have|do|go|come|give|make)\b/.exec(text)?.[0],
        /\bone (?:are|were|have)\b/.exec(text)?.[0],
      ]),
    ).toEqual([]);
  });

  test('is as long and as easy as any story of the course', () => {
    expect(
      faults(({ text }) => {
        const words = wordsOf(text).length;
        const grade = readingGrade([text]);
        return [words < 60 || words > 125 ? `${words} words` : null, grade === null || grade > 10 ? `grade ${grade}` : null];
      }),
    ).toEqual([]);
  });
});

describe('the stock is large and varied', () => {
  test('at least 300 variants of 25 templates, no two of which read alike', () => {
    expect(compiled.templates.length).toBeGreaterThanOrEqual(25);
    expect(read.length).toBeGreaterThanOrEqual(300);
    expect(new Set(read.map(({ text }) => text)).size).toBe(read.length);
    const authored = new Set(course.scenarios.map(({ story }) => plainText(story)));
    expect(read.filter(({ text }) => authored.has(text))).toEqual([]);
  });

  test('no template is a swap of nouns: the variants of each come to three things or more', () => {
    const outcomes = Map.groupBy(read, ({ template }) => template.id);
    const few = [...outcomes].filter(([, variants]) => new Set(variants.map(({ follows }) => JSON.stringify(follows))).size < 3);
    expect(few.map(([id]) => id)).toEqual([]);
    expect(outcomes.size).toBe(compiled.templates.length);
  });

  test('stories of different templates share hardly any wording', () => {
    const runs = (text: string) => {
      const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
      return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
    };
    const samples = [...Map.groupBy(read, ({ template }) => template.id).values()].map((variants) => ({
      id: variants[0]?.id,
      runs: runs(variants.map(({ text }) => text).join('. ')),
    }));
    const alike = samples.flatMap((one, index) =>
      samples.slice(index + 1).flatMap((other) => {
        const shared = [...one.runs].filter((run) => other.runs.has(run)).length;
        const share = shared / Math.min(one.runs.size, other.runs.size);
        return share > 0.1 ? [`${one.id} and ${other.id}: ${Math.round(share * 100)}%`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  test.each(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'])('%s decides cases of five templates or more alone, and is met in as many', (id) => {
    const stock = course.stock(id);
    const outcome = new Map(read.map(({ id: variant, follows }) => [variant, follows.narrow]));
    const templates = (wanted: string) =>
      new Set(stock.filter(({ scenarios }) => outcome.get(scenarios[0] ?? '')?.endsWith(wanted)).map(({ template }) => template)).size;
    expect([templates('yes') >= 5, templates(` ${id}`) >= 5]).toEqual([true, true]);
    expect(new Set(stock.map(({ kind }) => kind))).toEqual(new Set(['verdict', 'what-if', 'criteria', 'evidence']));
    expect(new Set(stock.map(({ scenarios }) => scenarios[0])).size).toBeGreaterThanOrEqual(20);
  });

  test.each(['V1', 'T1', 'N1', 'M1', 'D2'])('%s has cases of three templates or more, with different answers', (id) => {
    const stock = course.stock(id);
    const asked = new Set(stock.map(({ scenarios }) => scenarios[0]));
    expect(new Set(stock.map(({ template }) => template)).size).toBeGreaterThanOrEqual(3);
    expect(asked.size).toBeGreaterThanOrEqual(20);
    expect(new Set(read.filter((one) => asked.has(one.id)).map(({ follows }) => follows[id])).size).toBeGreaterThan(1);
  });
});

describe('every variant', () => {
  test('tells the facts that its verdict rests on', () => {
    expect(faults(({ scenario }) => untold(scenario, theory.evidenceNeeded(scenario.facts).judgement))).toEqual([]);
  });

  test('tells what each question about it rests on', () => {
    expect(
      faults(({ scenario, items }) =>
        items.flatMap((item) => untold(scenario, theory.evidenceNeeded(scenario.facts).questions[item.split(' ')[1] ?? ''] ?? [])),
      ),
    ).toEqual([]);
  });

  test('quotes in its motives words that stand in its story', () => {
    expect(
      faults(({ scenario, text }) =>
        theory.cues(scenario.facts).map(({ cue }) => (text.toLowerCase().includes(cue.toLowerCase()) ? null : cue)),
      ),
    ).toEqual([]);
  });

  test('has a source that says what it is modelled on', () => {
    expect(
      faults(({ scenario: { source } }) => [
        source.basis === 'team judgement' && source.cite.startsWith('Team judgement: modelled on ') ? null : source.cite,
      ]),
    ).toEqual([]);
  });

  // Surfaces differ and keys do not, so one surface of each template is asked in full.
  test('gives items that can be asked, keep their key to themselves and are right by it', () => {
    const surface = new Map(compiled.templates.map(({ id, slots }) => [id, Object.keys(Object.values(slots)[0] ?? {})[0]]));
    let asked = 0;
    for (const { scenario } of read.filter(({ template, choices }) => Object.values(choices)[0] === surface.get(template.id))) {
      for (const about of [...theory.lenses.flatMap(({ criteria }) => criteria), ...theory.questions].map(({ id }) => id)) {
        for (const entry of course.stock(about).filter((one) => one.scenarios[0] === scenario.id)) {
          const item = course.item(entry.id);
          const key = item && keyOf(item);
          if (!item || !key) throw new Error(`${entry.id} has no key`);
          expect(grade(item, key).right, entry.id).toBe(true);
          const shown = JSON.stringify(forLearner(item, 7));
          expect(shown, entry.id).not.toContain(scenario.id);
          expect(shown, entry.id).not.toContain('feedsOutput');
          asked++;
        }
      }
    }
    expect(asked).toBeGreaterThan(500);
  });
});

test('the words of a variant do not tell its verdict to whoever knows the other templates and all stories', () => {
  const told = stockMeter(theory, compiled, course.stock).flatMap((line) => /words alone tell the verdict in (\d+)%/.exec(line)?.[1] ?? []);
  expect(told).toHaveLength(theory.lenses.length);
  for (const share of told) expect(Number(share)).toBeLessThan(60);
});
