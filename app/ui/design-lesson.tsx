import { Aside } from './aside.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { ContrastPair } from './contrast-pair.tsx';
import { CriteriaChecklist } from './criteria-checklist.tsx';
import { samples } from './design-samples.ts';
import { Example } from './example.tsx';
import { GridFigure } from './figures/grid-figure.tsx';
import { LessonHeader } from './lesson-header.tsx';
import { LessonLayout } from './lesson-layout.tsx';
import { Pager } from './pager.tsx';
import { Principle } from './principle.tsx';
import { Prose } from './prose.tsx';
import { Reading } from './reading.tsx';
import { SectionEnd } from './section-end.tsx';
import { MarkedStory } from './story.tsx';

const prose = `<p>A town wants its children to read. It pays teachers, it fills a library, and it opens the doors at nine. Is that what makes a child able to read? Part of it. The rest is <strong>done by the child</strong>, and by whoever sits beside the child in the evening <a class="cite" href="#source">ANZSOG 2017</a>.</p>
<ul><li>What does the school put in?</li><li>What does the child put in, and <em>who else</em> puts something in?</li></ul>
<blockquote><p>A sentence quoted from somewhere, set apart from ours.</p></blockquote>
<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table><thead><tr><th>Side</th><th>Gives</th></tr></thead><tbody><tr><td>School</td><td>time, skill, books</td></tr><tr><td>Home</td><td>time, effort</td></tr></tbody></table></div>`;

const { stories, rows, review } = samples;

const opening = {
  number: 1,
  role: 'lesson',
  title: 'Who does the work?',
  question: 'Who makes a child able to read?',
  minutes: 8,
  objectives: [
    { id: 'identify', text: 'Identify what each side puts in' },
    { id: 'distinguish', text: 'Distinguish using a service from helping to make it' },
  ],
} as const;

/** The parts that lessons are made of. */
export function DesignLesson() {
  return (
    <>
      <Breadcrumb trail={[{ label: 'Course', href: '#course' }, { label: 'Lesson 1', href: '#lesson' }, { label: 'Components' }]} />
      <LessonLayout
        header={<LessonHeader {...opening} />}
        sections={[
          { id: 'prose', heading: 'A section of a lesson', read: true },
          { id: 'more', heading: 'The rule, and where it stops', read: false },
        ]}
      >
        <Reading id="prose" heading="A section of a lesson">
          <Prose html={prose} />
          <ContrastPair left={stories.recycling} right={stories.fireworks} html="<p>Both stories have a crowd. What differs?</p>" />
          <Principle html="<p>It counts when people outside the public body <strong>give something of their own</strong> to the work, and not when they use what comes of it.</p>" />
          <Example
            kind="worked"
            story={stories.fireworks}
            html="<p>Take the criteria one by one. The city is there, and it gives. The spectators are there too, and what they give is the question.</p>"
          >
            <CriteriaChecklist label="Spectators watch the display" verdict="no" rows={rows} lens="narrow definition" headingLevel={4} />
          </Example>
          <Example kind="faded" story={stories.recycling} html="<p>The same list, with two lines left to you.</p>">
            <CriteriaChecklist
              label="Householders rinse and sort"
              verdict="yes"
              rows={rows.filter((row) => row.outcome === 'pass')}
              blank={['R2', 'R7']}
              headingLevel={4}
            />
          </Example>
          <Aside
            title="What scholars dispute"
            html="<p>Whether help that the law demands still counts. Some say that a duty is no gift; others that what matters is what goes into the work.</p>"
          />
          <GridFigure
            map={samples.map}
            caption="A reconstruction of the idea, not the explainer’s own table."
            mark={['narrow']}
            cases={[
              { label: stories.recycling.title, row: 'doing', column: 'both' },
              { label: 'Planning workshops', row: 'deciding', column: 'both' },
            ]}
          />
          <GridFigure map={samples.map} caption="Narrow: one cell. Broad: the middle column." mark={['narrow', 'broad']} />
          <MarkedStory title={review.title} paragraphs={review.story} />
          <SectionEnd action="#read" section="prose" read={false} />
          <SectionEnd action="#read" section="prose" read />
        </Reading>
      </LessonLayout>
      <Pager
        previous={{ href: '#before', kind: 'Lesson 1', title: 'Who does the work?' }}
        next={{ href: '#next', kind: 'Quiz', title: 'Ten questions on this lesson' }}
      />
    </>
  );
}
