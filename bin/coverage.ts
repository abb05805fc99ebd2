/** npm run coverage: writes docs/coverage.md anew. Ends with 1 where the course leaves something of its source out. */
import { writeFileSync } from 'node:fs';
import { coverageDocument } from '#app/course/coverage-document.ts';
import { loadCourse } from '#app/course/load.ts';
import { coverageHoles, sourceCoverage } from '#app/course/source-coverage.ts';

const course = loadCourse('content/co-production');
writeFileSync('docs/coverage.md', coverageDocument(course));
const holes = coverageHoles(sourceCoverage(course));
console.log(holes.length === 0 ? 'docs/coverage.md is written; nothing is left out.' : `docs/coverage.md is written.\n${holes.join('\n')}`);
process.exitCode = holes.length === 0 ? 0 : 1;
