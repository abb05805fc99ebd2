import type { ReactNode } from 'react';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

const tabs = [
  { path: '', label: 'Board' },
  { path: '/assignments', label: 'Assignments' },
  { path: '/items', label: 'Items' },
  { path: '/misconceptions', label: 'Misconceptions' },
  { path: '/grid', label: 'Map' },
  { path: '/disputes', label: 'Disputes' },
  { path: '/people', label: 'People' },
  { path: '/export', label: 'Export' },
  { path: '/settings', label: 'Settings' },
] as const;

/** What the top of a page about a cohort says of it. */
export interface CohortHeading {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** Disputes that wait for an answer. */
  readonly openDisputes: number;
}

interface CohortHeaderProps {
  readonly cohort: CohortHeading;
  readonly current: (typeof tabs)[number]['label'];
  readonly children?: ReactNode;
}

/** The top of every page about one cohort. */
export function CohortHeader({ cohort, current, children }: CohortHeaderProps) {
  return (
    <>
      <Breadcrumb trail={[{ label: 'Your cohorts', href: '/teach' }, { label: cohort.name }]} />
      <PageHeader title={cohort.name} eyebrow={cohort.archived ? 'Cohort, archived' : 'Cohort'}>
        {children}
      </PageHeader>
      <nav className="tabs" aria-label="Pages of this cohort">
        <ul>
          {tabs.map(({ path, label }) => (
            <li key={label}>
              <a href={`/teach/${cohort.id}${path}`} aria-current={label === current ? 'page' : undefined}>
                {label}
                {label === 'Disputes' && cohort.openDisputes > 0 && ` (${cohort.openDisputes} open)`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
