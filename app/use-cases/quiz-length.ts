export type QuizMode = 'practice' | 'mock';

/** Questions in a quiz: few enough for a train ride, and for a mock test enough to mean something. */
export const quizLength: Readonly<Record<QuizMode, number>> = { practice: 6, mock: 10 };
