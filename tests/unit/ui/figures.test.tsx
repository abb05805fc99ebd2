/** Drawings say what the facts say, twice: in the picture and in words. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { GridFigure } from '#app/ui/figures/grid-figure.tsx';
import { ReasonsFigure } from '#app/ui/figures/reasons-figure.tsx';
import { ScalesFigure } from '#app/ui/figures/scales-figure.tsx';
import { StepsFigure } from '#app/ui/figures/steps-figure.tsx';
import { textWidth, wrap } from '#app/ui/figures/text.ts';
import { WorthFigure } from '#app/ui/figures/worth-figure.tsx';
import { caseIds, factsOf } from '../quiz/build.ts';

const { depiction, categories } = coProduction;

/** Each drawing as lines of text with their place and the width of the canvas, then what stands in words. */
function drawn(element: ReactElement) {
  const html = renderToStaticMarkup(element);
  const decode = (text: string) => text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const canvases = [...html.matchAll(/<svg[^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>(.*?)<\/svg>/g)].map(([, width, height, shapes = '']) => ({
    width: Number(width),
    height: Number(height),
    hidden: html.includes('aria-hidden="true"'),
    texts: [...shapes.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].flatMap(([, attributes = '', spans = '']) =>
      [...spans.matchAll(/<tspan x="([\d.-]+)" y="([\d.-]+)">(.*?)<\/tspan>/g)].map(([, x, y, text = '']) => ({
        x: Number(x),
        y: Number(y),
        text: decode(text),
        size: Number(/font-size="(\d+)"/.exec(attributes)?.[1]),
        bold: attributes.includes('650'),
        anchor: /text-anchor="(\w+)"/.exec(attributes)?.[1],
      })),
    ),
  }));
  const words = decode((/<details[^>]*>(.*)<\/details>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
  return { canvases, words, html };
}

/** The drawings that a course could ask for: the content check refuses those for which the facts hold nothing. */
const figures = caseIds.map((id) => {
  const facts = factsOf(id);
  const [steps, worth, reasons, balances] = [
    depiction.steps(facts),
    depiction.worth(facts),
    depiction.reasons(facts),
    depiction.balances(facts),
  ];
  return [
    id,
    [
      <StepsFigure key="s" sides={depiction.sides} steps={steps} caption="c" />,
      ...(worth.length > 0 ? [<WorthFigure key="w" worth={worth} caption="c" />] : []),
      ...(reasons.length > 0 ? [<ReasonsFigure key="r" categories={categories} reasons={reasons} caption="c" />] : []),
      ...(balances.length > 0 ? [<ScalesFigure key="b" balances={balances} caption="c" />] : []),
      <GridFigure
        key="g"
        map={coProduction.grid}
        caption="c"
        mark={['narrow']}
        cases={[{ label: id, ...coProduction.grid.place(facts) }]}
      />,
    ],
  ] as const;
});

describe('a drawing', () => {
  it.each(figures)('of %s is made for a phone and for a wide column, and keeps its text inside', (_, elements) => {
    for (const element of elements) {
      const { canvases } = drawn(element);
      expect(canvases.map(({ width }) => width)).toEqual([288, 640]);
      for (const { width, height, texts, hidden } of canvases) {
        expect(hidden).toBe(true);
        for (const { x, y, text, size, bold, anchor } of texts) {
          // Written upwards, so that its length is not across.
          if (text === 'both' && width === 640) continue;
          const length = textWidth(text, size, bold);
          const left = anchor === 'middle' ? x - length / 2 : anchor === 'end' ? x - length : x;
          expect(size, text).toBeGreaterThanOrEqual(13);
          expect(left, text).toBeGreaterThanOrEqual(-0.5);
          expect(left + length, text).toBeLessThanOrEqual(width + 0.5);
          expect(y, text).toBeLessThanOrEqual(height);
        }
      }
    }
  });
});

describe('the same in words', () => {
  it('has every step, with its side and how long it goes on', () => {
    const { words } = drawn(<StepsFigure sides={depiction.sides} steps={depiction.steps(factsOf('tax-self-assessment'))} caption="c" />);
    expect(words).toContain('Tax office (the public body): builds the online form and help line');
    expect(words).toContain('Taxpayer (people outside it): works out and enters the figures');
  });

  it('says of each kind of value whether there is any', () => {
    const { words } = drawn(<WorthFigure worth={depiction.worth(factsOf('watercolour-class'))} caption="c" />);
    expect(words).toMatch(/Private value, for one person at a time The learner: .* Public value, for all together Nothing\./);
  });

  it('has every reason with its weight and its cue', () => {
    const facts = factsOf('tax-self-assessment');
    const { words } = drawn(<ReasonsFigure categories={categories} reasons={depiction.reasons(facts)} caption="c" />);
    for (const { cue } of facts.motives) expect(words).toContain(`“${cue}”`);
    for (const { label } of categories) expect(words).toContain(label);
  });

  it('has both accounts of every area, what is worth more, and where cash misleads', () => {
    const { words } = drawn(<ScalesFigure balances={depiction.balances(factsOf('parent-tutoring-citywide'))} caption="c" />);
    expect(words).toMatch(/worth 30\..*worth 20\..*Co-production is worth 10 more\./);
    expect(words).toMatch(/worth −20\..*worth 25\..*A contractor is worth 45 more\. By cash alone, co-production would look better\./);
  });

  it('has every cell of the map, the regions, the cases and where they were put instead', () => {
    const place = { row: 'doing', column: 'both' } as const;
    const cases = [{ label: 'Bins', ...place, astray: { row: 'doing', column: 'outside' } as const }];
    const { words } = drawn(<GridFigure map={coProduction.grid} caption="c" mark={['narrow', 'broad']} cases={cases} />);
    expect(words).toContain('joint decision (broad definition)');
    expect(words).toContain('co-production (narrow and broad definition): Bins');
    expect(words).toContain('self-help. Put here but not belonging here: Bins');
    expect(words).not.toContain('self-help (');
  });
});

describe('text in a drawing', () => {
  it('is cut into lines that fit, at spaces where it can be', () => {
    const lines = wrap('works out and enters the figures on the form', 120, 13);
    expect(lines.join(' ')).toBe('works out and enters the figures on the form');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(120);
  });

  it('is cut within a word only where the word is longer than a line, at a hyphen if there is one', () => {
    expect(wrap('co-production', 85, 14)).toEqual(['co-', 'production']);
    expect(wrap('Verwaltungsvorschrift', 80, 14).join('')).toBe('Verwaltungsvorschrift');
    expect(wrap('', 80, 14)).toEqual(['']);
  });
});
