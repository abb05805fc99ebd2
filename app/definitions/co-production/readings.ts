import { decidingFinding } from '../deciding.ts';
import { judge } from '../judge.ts';
import type { Judgement, Reading } from '../theory.ts';
import { judging } from './judging.ts';
import { broad, narrow, switched, switchIds } from './lenses.ts';
import type { Facts } from './vocabulary.ts';

/** The broad criterion that takes the place of a narrow one. */
const counterparts: Readonly<Record<string, string>> = { R3: 'B3', R4: 'B4', R5: 'B4', R7: 'B5' };

/** Why a reading differs: what stands against the case there, or else how it meets what decided by default. */
function whyDifferent(reading: Judgement, base: Judgement): string {
  const against = decidingFinding(reading);
  if (against !== null) return against.because;
  const decided = decidingFinding(base)?.criterion ?? '';
  const subject = base.subjects.findIndex(({ findings }) =>
    findings.some(({ criterion, outcome }) => criterion === decided && outcome !== 'pass'),
  );
  const findings = reading.subjects[Math.max(subject, 0)]?.findings ?? [];
  const met = findings.find(({ criterion }) => criterion === (counterparts[decided] ?? decided));
  return met?.because ?? 'Under this reading every criterion is met.';
}

/** How other lenses and switches judge the case where they disagree with the narrow definition; empty where all agree. */
export function readings(facts: Facts): readonly Reading[] {
  const base = judge(judging, facts, narrow);
  return [broad, ...switchIds.map((id) => switched[id])].flatMap((lens) => {
    const judgement = judge(judging, facts, lens);
    if (judgement.verdict === base.verdict) return [];
    const { id, label, heldBy } = lens;
    return [{ id, label, heldBy, verdict: judgement.verdict, because: whyDifferent(judgement, base) }];
  });
}
