/** Every component in every state on one page, for whoever works on the look. */
import { DesignCharts } from './design-charts.tsx';
import { DesignItems } from './design-items.tsx';
import { DesignLab } from './design-lab.tsx';
import { DesignLesson } from './design-lesson.tsx';
import { DesignParts } from './design-parts.tsx';
import { Main } from './main.tsx';
import { PageHeader } from './page-header.tsx';

export function DesignPage() {
  return (
    <Main>
      <PageHeader eyebrow="For development" title="Components">
        <p>Every component in every state, with made-up data. Look at it at 320 and 1440 pixels, light and dark, and printed.</p>
      </PageHeader>
      <DesignLesson />
      <DesignItems />
      <DesignLab />
      <DesignParts />
      <DesignCharts />
    </Main>
  );
}
