/**
 * Everything that other rooms do with items. An item stores no key: whatever is asked of it follows from its theory and
 * its scenarios.
 */
export { type Derived, derivedOf, gradeAgain } from './derived.ts';
export { type DisputableCase, type Disputed, disputablesOf, type OfferedReading, readingsOffered } from './disputable.ts';
export { feedback, outcomeOf } from './feedback.ts';
export { misfit } from './fit.ts';
export { answerUnder, grade, keyOf, lensOf } from './grade.ts';
export { type HeldAnswers, heldAnswers } from './held-answers.ts';
export { describe, forLearner, readAnswer, scenarioIds, sheetOf, toForm } from './learner.ts';
export { problems } from './problems.ts';
export { resolve } from './resolve.ts';
export { caseReview } from './review.ts';
export { type Mark, markAgain, type RegradeBasis, type Ruling, readOtherwise, voidMark } from './ruling.ts';
