/** The table of threats names tests that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = [
  ...(readFileSync('SECURITY.md', 'utf8')
    .split('## Threats')[1]
    ?.split('## Known')[0]
    ?.matchAll(/^\| (?!Threat|---)(.+) \| (.+) \| (.+) \|$/gm) ?? []),
];

test('every threat has a control and a test, and each test is there and tests something', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const [, threat = '', control = '', tests = ''] of rows) {
    expect(control, threat).not.toBe('');
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    expect(files.length, threat).toBeGreaterThan(0);
    for (const file of files) {
      expect(existsSync(file), `${threat}: ${file}`).toBe(true);
      expect(readFileSync(file, 'utf8'), file).toMatch(/\b(test|it)(\.each[\s\S]*?)?\(/);
    }
  }
});
