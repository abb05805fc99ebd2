import { expect, test } from 'vitest';
import { auditLine } from '#app/pages/audit-table.tsx';

const entry = { id: '1', at: 0, actor: 'Tess', subject: null, detail: 'Spring' } as const;

test('an entry about a cohort names nobody, and one about a person who has left says so', () => {
  expect(auditLine({ ...entry, action: 'cohort-viewed' }, 'UTC').words).toBe('Tess looked at a cohort (Spring)');
  expect(auditLine({ ...entry, action: 'learner-viewed' }, 'UTC').words).toBe(
    'Tess looked at the record – somebody whose account is gone (Spring)',
  );
  expect(auditLine({ ...entry, action: 'learner-viewed', subject: 'Ann' }, 'UTC').words).toBe('Tess looked at the record – Ann (Spring)');
});
