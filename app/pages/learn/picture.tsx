/** The pictures of a lesson, drawn from the facts of a case. */
import type { ReactElement } from 'react';
import type { Block } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { ReasonsFigure } from '#app/ui/figures/reasons-figure.tsx';
import { ScalesFigure } from '#app/ui/figures/scales-figure.tsx';
import { StepsFigure } from '#app/ui/figures/steps-figure.tsx';
import { WorthFigure } from '#app/ui/figures/worth-figure.tsx';

/** Returns the drawing that a block asks for; null where the course has no such case. */
export function pictureOf(course: Course, { of, scenario, caption }: Extract<Block, { type: 'picture' }>): ReactElement | null {
  const { categories, depiction } = course.theory;
  const facts = course.scenario(scenario)?.facts;
  if (facts === undefined) return null;
  switch (of) {
    case 'steps':
      return <StepsFigure sides={depiction.sides} steps={depiction.steps(facts)} caption={caption} />;
    case 'values':
      return <WorthFigure worth={depiction.worth(facts)} caption={caption} />;
    case 'motives':
      return <ReasonsFigure categories={categories} reasons={depiction.reasons(facts)} caption={caption} />;
    case 'scales':
      return <ScalesFigure balances={depiction.balances(facts)} caption={caption} />;
  }
}
