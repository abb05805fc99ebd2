/**
 * What a theory is: the vocabulary shared by every course, whatever it teaches.
 * A theory judges *facts* by *lenses* (ordered criteria); a misconception is a lens that somebody holds by mistake.
 */
import type { z } from 'zod';

/** Answer of a lens to "does this case fall under the definition?" */
export type Verdict = 'yes' | 'partly' | 'no';

/** Answer of one criterion for one subject. `edge` means: met only in part. */
export type Outcome = 'pass' | 'edge' | 'fail';

/**
 * Names one fact, the way an author writes it beside a span of the story: `c1` (a contribution), `c1.form` (one of
 * its fields), `payer.role`, `value.1`, `alternative.2`, `motive.1`, `service`, `decision`. A ref covers every ref it is a dotted prefix of.
 */
export type FactRef = string;

export interface Finding {
  readonly outcome: Outcome;
  /** One plain sentence for the case at hand that quotes the fact it rests on. */
  readonly because: string;
  /** The facts the outcome rests on, most telling first. Never empty. */
  readonly facts: readonly FactRef[];
  /**
   * The same in a learner's words: a clause of the form and length of `Misconception.says`, such as "nobody gives
   * anything; they only watch". Options use it, since the longer `because` would stand out among them.
   */
  readonly says?: string;
}

export interface Criterion<F> {
  /** Short and stable, for instance `R3`. */
  readonly id: string;
  /** Two to five words for a checklist row. */
  readonly label: string;
  /** The plain question that the criterion asks of a case. */
  readonly question: string;
  /** The rule in one plain sentence. */
  readonly statement: string;
  /** Section of the source that it comes from. */
  readonly source: string;
  /** Judges one subject (for co-production: one contribution) of the case. Pure; never throws on valid facts. */
  readonly test: (facts: F, subject: string) => Finding;
  /** The outcome of `test` without its wording, for searches over many variants of a case. Agrees with `test`. */
  readonly outcome?: (facts: F, subject: string) => Outcome;
}

export interface Lens<F> {
  readonly id: string;
  readonly label: string;
  /** Who speaks this way, for feedback on disputed cases. */
  readonly heldBy: string;
  /** In the order in which they are asked: the first failure is the main reason. */
  readonly criteria: readonly Criterion<F>[];
}

export interface TracedFinding extends Finding {
  readonly criterion: string;
  readonly label: string;
}

export interface SubjectJudgement {
  /** Id of the subject, for instance a contribution id. */
  readonly subject: string;
  /** The subject in words: who does what. */
  readonly label: string;
  readonly verdict: Verdict;
  /** One per criterion of the lens, in its order; all failures are reported, not only the first. */
  readonly findings: readonly TracedFinding[];
}

export interface Judgement {
  readonly lens: string;
  readonly verdict: Verdict;
  /** True where the subjects disagree; the verdict is then `partly`. */
  readonly mixed: boolean;
  readonly subjects: readonly SubjectJudgement[];
}

/** A fact change in plain words, for what-if items, the lab and `explore`. */
export interface Change<F> {
  /** Stable for given facts, for instance `c1.form=passive`. */
  readonly id: string;
  /** "Suppose …", completed: "residents were paid a wage for it". */
  readonly text: string;
  readonly facts: readonly FactRef[];
  readonly apply: (facts: F) => F;
}

/** A smallest set of changes that flips a verdict. */
export interface Flip<F> {
  readonly changes: readonly Change<F>[];
  readonly from: Verdict;
  readonly to: Verdict;
  /** Criteria whose outcome the changes turned, in lens order. */
  readonly criteria: readonly string[];
}

/** A question asked after the verdict (value type, timing, necessity, …), with a closed set of answers. */
export interface Question<F> {
  readonly id: string;
  readonly label: string;
  readonly ask: string;
  readonly source: string;
  readonly answers: readonly { readonly id: string; readonly label: string }[];
  /** The answer, why, and the facts it rests on; `answer` is `n/a` where the question does not arise. */
  readonly derive: (facts: F) => { readonly answer: string; readonly because: string; readonly facts: readonly FactRef[] };
}

/** One step of a story in time. Equal `at` means: in any order. */
export interface SequenceStep {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly facts: readonly FactRef[];
}

/** A cue in the story to be matched to a category (for co-production: a motive). */
export interface CuePair {
  readonly id: string;
  readonly cue: string;
  readonly category: string;
  readonly facts: readonly FactRef[];
}

/** A number that follows from the facts, with its working. */
export interface Quantity {
  /** For instance `net:whole council:coproduction`. */
  readonly id: string;
  readonly ask: string;
  readonly value: number;
  readonly unit: string;
  /** The figures a learner needs, in words, signed as they enter the sum. */
  readonly parts: readonly { readonly label: string; readonly value: number }[];
  /** The working in words, without a full stop at its end, where the parts in a row would be hard to follow. */
  readonly working?: string;
  readonly facts: readonly FactRef[];
}

/**
 * A definition that somebody holds by mistake. It answers every case, so an option that only a misconception picks is
 * evidence for it. Exactly one of `lens`, `question` is set.
 */
export interface Misconception<F> {
  readonly id: string;
  readonly name: string;
  /** In a learner's words, as in "they never work together at the same time". */
  readonly says: string;
  /** Why it tempts. One or two sentences. */
  readonly tempts: string;
  /** Where it breaks. One or two sentences. */
  readonly breaks: string;
  /** The criterion or question it gets wrong. */
  readonly concerns: string;
  readonly lens?: Lens<F>;
  readonly question?: {
    readonly id: string;
    readonly answer: (facts: F) => string;
  };
  /** What a holder gets for a quantity; undefined where the misconception does not bear on it. */
  readonly quantity?: (facts: F, quantityId: string) => number | undefined;
}

/** How another reading would judge the case: another lens, or the same lens with a switch on. */
export interface Reading {
  readonly id: string;
  readonly label: string;
  readonly heldBy: string;
  readonly verdict: Verdict;
  readonly because: string;
}

/** A cell of the map of activities (rows) by parties (columns). */
export interface GridPlace {
  readonly row: 'deciding' | 'designing' | 'doing' | 'evaluating';
  readonly column: 'government' | 'both' | 'outside';
}

/** The cell of a case, with the findings that put it in its row and in its column; never none of either. */
export interface GridPlacing extends GridPlace {
  readonly whyRow: readonly TracedFinding[];
  readonly whyColumn: readonly TracedFinding[];
}

/** The words of the map, and which cells each lens takes in. */
export interface GridMap {
  /** Says whose map it is, in a sentence. */
  readonly note: string;
  readonly columns: readonly { readonly id: GridPlace['column']; readonly label: string }[];
  readonly rows: readonly {
    readonly id: GridPlace['row'];
    readonly label: string;
    /** What a cell is called. */
    readonly cells: Readonly<Record<GridPlace['column'], string>>;
  }[];
  /** What each lens takes in, the narrowest first; `label` as in “the narrow definition”. A case in a region gets no plain no from that lens. */
  readonly regions: readonly { readonly lens: string; readonly label: string; readonly cells: readonly GridPlace[] }[];
}

/** The map of activities by parties, and where cases stand on it. */
export interface Grid<F> extends GridMap {
  /**
   * Where a case stands by its first subject. `criterionOf` gives what somebody puts in the place of a criterion of the default lens, null
   * where they ask nothing of the kind; without it the case stands where the definitions put it.
   */
  readonly place: (facts: F, criterionOf?: (id: string) => Criterion<F> | null) => GridPlacing;
}

/** A contribution as a picture over time shows it. */
export interface DepictedStep {
  readonly id: string;
  /** `inside`: by those whose job the service is; `outside`: by those it is for, or who help. */
  readonly side: 'inside' | 'outside';
  readonly who: string;
  readonly what: string;
  /** First and last step, whole numbers from 1. */
  readonly from: number;
  readonly to: number;
}

/** Something that comes of a case, for a picture of who gains. */
export interface DepictedWorth {
  readonly id: string;
  /** For one person at a time, or for all together. */
  readonly consumption: 'private' | 'public';
  readonly to: string;
  readonly what: string;
}

/** A reason of somebody, for a picture of a mix of reasons. */
export interface DepictedReason {
  readonly id: string;
  readonly who: string;
  /** Id of one of the theory's categories. */
  readonly category: string;
  /** 1 (slight) to 3 (strong). */
  readonly weight: number;
  readonly cue: string;
}

/** One way to do it on the scales. All figures in the unit of the balance; `net` is benefits less costs. */
export interface DepictedPan {
  readonly label: string;
  readonly benefits: readonly { readonly label: string; readonly value: number }[];
  readonly costs: readonly { readonly label: string; readonly value: number }[];
  readonly net: number;
}

/** Two ways to do it, weighed in one area. */
export interface DepictedBalance {
  readonly area: string;
  readonly unit: string;
  readonly left: DepictedPan;
  readonly right: DepictedPan;
  /** In words: which way is worth more here, and whether going by cash alone would have misled. */
  readonly says: string;
}

/** What a course can have drawn of a case; empty where the facts hold nothing of the kind. */
export interface Depiction<F> {
  readonly sides: Readonly<Record<DepictedStep['side'], string>>;
  readonly steps: (facts: F) => readonly DepictedStep[];
  readonly worth: (facts: F) => readonly DepictedWorth[];
  readonly reasons: (facts: F) => readonly DepictedReason[];
  readonly balances: (facts: F) => readonly DepictedBalance[];
}

/** Theory as code. A course names its theory; content holds no logic. */
export interface Theory<F> {
  readonly id: string;
  readonly label: string;
  /** What falls under the definition, for stems: "co-production". */
  readonly concept: string;
  /** Parses authored facts, filling defaults. Refinements name the path of the field. */
  readonly facts: z.ZodType<F>;
  /** The default lens comes first. */
  readonly lenses: readonly Lens<F>[];
  /** Other readings of the default lens, each with one switch on. */
  readonly variants: readonly Lens<F>[];
  /** Ids of the subjects that a judgement is about, each with its words. */
  readonly subjects: (facts: F) => readonly { readonly id: string; readonly label: string }[];
  readonly questions: readonly Question<F>[];
  readonly misconceptions: readonly Misconception<F>[];
  /** Single fact changes worth asking about. Pure; the results are valid facts. */
  readonly changes: (facts: F) => readonly Change<F>[];
  readonly sequence: (facts: F) => readonly SequenceStep[];
  readonly categories: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  readonly cues: (facts: F) => readonly CuePair[];
  readonly quantities: (facts: F) => readonly Quantity[];
  /** Marks of a disputed or unusual case, in words a learner understands, by flag id. */
  readonly flags: (facts: F) => readonly { readonly id: string; readonly label: string }[];
  /** Readings beside the default lens that disagree with it: other lenses and switches. Empty for an undisputed case. */
  readonly readings: (facts: F) => readonly Reading[];
  /** The plain name of a nearest neighbouring concept for a `no`, else null. */
  readonly nearest: (facts: F) => { readonly id: string; readonly label: string } | null;
  readonly grid: Grid<F>;
  readonly depiction: Depiction<F>;
  /** Facts a story must establish for the default judgement and, per question, for its answer. */
  readonly evidenceNeeded: (facts: F) => {
    readonly judgement: readonly FactRef[];
    readonly questions: Readonly<Record<string, readonly FactRef[]>>;
  };
}

/** True where `ref` is the other or a dotted prefix of it: `c1` covers `c1.form`. */
export function covers(ref: FactRef, other: FactRef): boolean {
  return ref === other || other.startsWith(`${ref}.`);
}
