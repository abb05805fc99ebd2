export type QuizMode = 'practice' | 'mock';

/** Questions in a quiz: few enough for a train ride, and for a mock test enough to mean something. */
export const quizLength: Readonly<Record<QuizMode, number>> = { practice: 6, mock: 10 };

/** The capstone is a test of marked questions, and one edge case to argue. */
export const capstoneLength = { marked: 11, argued: 1 } as const;
