/** A compiled course: what the files say, checked and ready to serve. Plain JSON, so that a build can carry it. */

import type { Scenario } from '#app/quiz/scenario.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import type { Choices } from './templates/slots.ts';
import type { Template } from './templates/template.ts';

export interface Source {
  readonly id: string;
  /** The full reference. */
  readonly cite: string;
  /** Author and year, as a citation shows it. */
  readonly short: string;
  readonly url: string | null;
  /** How much of the work the authors of the course have read. */
  readonly checked: 'whole text' | 'abstract or excerpt' | 'from knowledge';
  /** Of a work that the course sets out to teach: its sections, in order. Empty for others. */
  readonly sections: readonly SourceSection[];
}

export interface SourceSection {
  readonly title: string;
  /** Examples that the section itself gives, each with the scenarios that tell it. */
  readonly examples: readonly { readonly text: string; readonly scenarios: readonly string[] }[];
}

/** A place in a work that the text refers to; `section` is null where the whole work is meant. */
export interface Cited {
  readonly source: string;
  readonly section: string | null;
}

export interface Objective {
  readonly id: string;
  readonly text: string;
}

/** What is drawn of a case: its steps over time, who gains, why people give, or a decision. */
export type PictureKind = 'steps' | 'values' | 'motives' | 'scales';

/** `html` is made from Markdown without raw HTML; it holds nothing that an author could not have written as prose. */
export type Block =
  | { readonly type: 'html'; readonly html: string }
  | { readonly type: 'contrast'; readonly left: string; readonly right: string; readonly html: string }
  | { readonly type: 'principle'; readonly html: string }
  | { readonly type: 'worked'; readonly scenario: string; readonly lens: string; readonly html: string }
  | {
      readonly type: 'faded';
      readonly scenario: string;
      readonly lens: string;
      /** Ids of the criteria left for the learner. */
      readonly blank: readonly string[];
      readonly html: string;
    }
  | { readonly type: 'check'; readonly item: string }
  | { readonly type: 'aside'; readonly title: string; readonly html: string }
  | { readonly type: 'picture'; readonly of: PictureKind; readonly scenario: string; readonly caption: string }
  | { readonly type: 'grid'; readonly caption: string; readonly mark: readonly string[]; readonly cases: readonly string[] };

export interface Section {
  /** Made from the heading; progress is kept under it. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Lesson {
  readonly slug: string;
  /** The capstone comes last, is short, and asks about cases that no lesson has used. */
  readonly role: 'lesson' | 'capstone';
  /** From 1, in the order of the course. */
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
  /** The question that the lesson opens with. */
  readonly question: string;
  readonly objectives: readonly Objective[];
  /** Ids of works: those listed by the lesson, then those only cited in it. */
  readonly sources: readonly string[];
  /** Places cited in the text, each once, in order. */
  readonly cited: readonly Cited[];
  readonly sections: readonly Section[];
  /** Every item of the lesson, in the order of its file; checks are among them. */
  readonly itemIds: readonly string[];
  /** Items asked inside the lesson, in the order of the text. They stay out of the quiz. */
  readonly checkIds: readonly string[];
  /** Words that a learner reads, with the stories that the text shows. */
  readonly words: number;
}

export interface GlossaryTerm {
  /** Made from the term. */
  readonly id: string;
  readonly term: string;
  /** Other spellings, and plurals. */
  readonly forms: readonly string[];
  /** What it means, in a sentence or two. */
  readonly text: string;
  /** Id of the work that it is taken from; null for our own words. */
  readonly source: string | null;
  /** Slug of the lesson that explains it. */
  readonly lesson: string | null;
}

/** A scenario that a template makes, and what can be asked about it. */
export interface Variant {
  readonly id: string;
  /** Id of the template. */
  readonly template: string;
  readonly choices: Choices;
  /** What follows from its facts, by lens and question: the verdict with the criteria not met in full, or the answer. */
  readonly follows: Readonly<Record<string, string>>;
  /** Its items, each by kind and matter, such as `verdict R5`; a sum has its quantity after them. */
  readonly items: readonly string[];
}

export interface CompiledCourse {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Id of a theory in app/definitions. */
  readonly theory: string;
  /** Twelve hexadecimal digits that change with any byte of any file. */
  readonly version: string;
  readonly sources: readonly Source[];
  /** In the order of the alphabet. */
  readonly glossary: readonly GlossaryTerm[];
  /** Id of the scenario taken apart on the home page; null where the course names none. */
  readonly showcase: string | null;
  readonly lessons: readonly Lesson[];
  readonly scenarios: readonly Scenario[];
  /** By lesson slug. */
  readonly items: Readonly<Record<string, readonly ItemSpec[]>>;
  readonly templates: readonly Template[];
  /** Every scenario of every template, in the order of the files. */
  readonly variants: readonly Variant[];
}
