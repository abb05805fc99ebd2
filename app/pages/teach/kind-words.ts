const words: Readonly<Record<string, string>> = {
  verdict: 'Is it, or is it not',
  criteria: 'Which criteria are met',
  evidence: 'Find the words that settle it',
  classify: 'Sort cases',
  grid: 'Place cases on the map',
  order: 'Put steps in order',
  match: 'Match',
  numeric: 'Work out a number',
  'what-if': 'What if',
  lens: 'Under which definition',
  explain: 'Explain',
  gone: 'No longer in the course',
};

/** Returns what a kind of question is called. */
export function kindWords(kind: string): string {
  return words[kind] ?? kind;
}
