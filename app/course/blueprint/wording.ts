/**
 * Does a story give its verdict away by wording? A naive Bayes classifier that sees nothing but which words a story uses is trained on all
 * the other stories and guesses this one (leave-one-out; McCallum & Nigam 1998, "A comparison of event models", section 2.2, on
 * word presence with Laplace's correction). Where it does well, so could a learner who has not understood the definition.
 */

export interface LabelledStory {
  readonly id: string;
  /** Stories of one family are told in much the same words; none of them is judged by the others. Without it, a story is judged by all others. */
  readonly family?: string;
  readonly text: string;
  /** The right answer: does the case fall under the definition, at least in part? */
  readonly falls: boolean;
}

export interface WordingBias {
  /**
   * Share of verdicts guessed right, 0 to 1: the mean of the share among the cases that fall under the definition and the share among
   * those that do not, so that leaning to the more frequent answer gains nothing. Chance is one half.
   */
  readonly accuracy: number;
  readonly chance: number;
  /** Ids of the stories guessed right, the surest guess first. */
  readonly guessed: readonly string[];
  /** Words that speak most for one answer, the strongest first. */
  readonly words: readonly { readonly word: string; readonly falls: boolean }[];
}

interface Counts {
  stories: number;
  /** In how many stories each word stands. */
  readonly words: Map<string, number>;
  total: number;
}

/** How well surface words tell the verdicts of these stories apart. Stories of one answer only give an accuracy at chance. */
export function wordingBias(stories: readonly LabelledStory[]): WordingBias {
  const bags = stories.map((story) => ({ ...story, words: surfaceWords(story.text) }));
  const falling = counts(bags.filter(({ falls }) => falls));
  const others = counts(bags.filter(({ falls }) => !falls));
  const vocabulary = new Set([...falling.words.keys(), ...others.words.keys()]).size;
  const families = new Map(
    [...Map.groupBy(bags, familyOf)].map(([family, own]) => [
      family,
      { falling: counts(own.filter(({ falls }) => falls)), others: counts(own.filter(({ falls }) => !falls)) },
    ]),
  );
  const guesses = bags.map((bag) => {
    const { id, falls, words } = bag;
    // The words of the story's own family are taken out of the counts, so that it is judged by the others alone.
    const own = families.get(familyOf(bag));
    const evidence = [...words].reduce((sum, word) => {
      const a = (falling.words.get(word) ?? 0) - (own?.falling.words.get(word) ?? 0);
      const b = (others.words.get(word) ?? 0) - (own?.others.words.get(word) ?? 0);
      if (a + b === 0) return sum;
      return sum + logRatio(a, falling.total - (own?.falling.total ?? 0), b, others.total - (own?.others.total ?? 0), vocabulary);
    }, 0);
    return { id, falls, right: evidence > 0 === falls, sureness: Math.abs(evidence) };
  });
  const shareRight = (falls: boolean) => {
    const asked = guesses.filter((guess) => guess.falls === falls);
    return asked.filter(({ right }) => right).length / asked.length;
  };
  const bothAnswers = falling.stories > 0 && others.stories > 0;
  return {
    accuracy: bothAnswers ? (shareRight(true) + shareRight(false)) / 2 : 0.5,
    chance: 0.5,
    guessed: guesses
      .filter(({ right }) => right)
      .toSorted((a, b) => b.sureness - a.sureness)
      .map(({ id }) => id),
    words: tellingWords(falling, others, vocabulary),
  };
}

const familyOf = ({ id, family = id }: LabelledStory) => family;

/** The words of a story as a reader skims them: lower case, no figures, each once. */
function surfaceWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
}

function counts(bags: readonly { readonly words: ReadonlySet<string> }[]): Counts {
  const made: Counts = { stories: bags.length, words: new Map(), total: 0 };
  for (const { words } of bags) {
    for (const word of words) made.words.set(word, (made.words.get(word) ?? 0) + 1);
    made.total += words.size;
  }
  return made;
}

/** How much more likely a word is under one answer than under the other, with one imagined sighting each. */
function logRatio(a: number, totalA: number, b: number, totalB: number, vocabulary: number): number {
  return Math.log((a + 1) / (totalA + vocabulary)) - Math.log((b + 1) / (totalB + vocabulary));
}

/** By how far the shares of stories with the word differ, in standard errors of that difference. */
function tellingWords(falling: Counts, others: Counts, vocabulary: number): WordingBias['words'] {
  if (vocabulary === 0 || falling.stories === 0 || others.stories === 0) return [];
  return [...new Set([...falling.words.keys(), ...others.words.keys()])]
    .map((word) => {
      const a = falling.words.get(word) ?? 0;
      const b = others.words.get(word) ?? 0;
      const pooled = (a + b) / (falling.stories + others.stories);
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / falling.stories + 1 / others.stories));
      return { word, difference: error === 0 ? 0 : (a / falling.stories - b / others.stories) / error };
    })
    .toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
    .map(({ word, difference }) => ({ word, falls: difference > 0 }));
}
