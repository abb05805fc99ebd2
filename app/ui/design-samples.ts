/** Made-up data for the component page; nothing of it is course content. */
import type { GridMap } from '#app/definitions/theory.ts';
import type { CaseReview, ChecklistRow, Feedback, ItemForLearner, PlainStory } from '#app/quiz/item.ts';
import type { LessonPathEntry } from './lesson-path.tsx';
import type { Step } from './step-dots.tsx';

const recycling: PlainStory = {
  title: 'Sorting at the kitchen sink',
  paragraphs: [
    [
      'Every home in the valley has two bins and a leaflet from the council.',
      'During the week people rinse tins and jars and put paper, glass and metal where the leaflet says.',
    ],
    ['On Thursdays a council truck takes the bins away.', 'What was clean is sold, and the landfill fills more slowly for everybody.'],
  ],
};

const fireworks: PlainStory = {
  title: 'A night at the harbour',
  paragraphs: [
    [
      'On the last day of the year the city stages fireworks over the water.',
      'Thirty thousand people come, find a place on the wall and look up.',
      'In the morning the city’s cleaners sweep the quay.',
    ],
  ],
};

const rows: readonly ChecklistRow[] = [
  {
    criterion: 'R1',
    label: 'A public body puts something in',
    outcome: 'pass',
    because: 'The city stages the display: it has a job to do here and gives time and effort to it.',
    quote: 'the city stages fireworks over the water',
    decides: false,
  },
  {
    criterion: 'R2',
    label: 'The other side is not hired for it',
    outcome: 'pass',
    because: 'The spectators are clients of the service; nobody pays them for the work.',
    quote: null,
    decides: false,
  },
  {
    criterion: 'R3',
    label: 'They give something by acting',
    outcome: 'fail',
    because: 'The spectators watch. That is using what the city made, and nothing of theirs goes into it.',
    quote: 'find a place on the wall and look up',
    decides: true,
  },
  {
    criterion: 'R4',
    label: 'It is work, not a say',
    outcome: 'edge',
    because: 'Choosing where to stand says something about the display, but only in part.',
    quote: null,
    decides: false,
  },
  {
    criterion: 'R7',
    label: 'It is worth something',
    outcome: 'pass',
    because: 'A shared celebration is worth something to the community.',
    quote: 'Thirty thousand people come',
    decides: false,
  },
];

const review: CaseReview = {
  title: fireworks.title,
  story: [
    [
      { segments: [{ text: 'On the last day of the year the city stages fireworks over the water.', mark: false }] },
      {
        segments: [
          { text: 'Thirty thousand people come, ', mark: false },
          { text: 'find a place on the wall and look up', mark: true },
          { text: '.', mark: false },
        ],
      },
      { segments: [{ text: 'In the morning the city’s cleaners sweep the quay.', mark: false }] },
    ],
  ],
  verdict: 'no',
  checklists: [{ label: 'Spectators watch the display', verdict: 'no', rows }],
  readings: [],
  flags: [],
  source: { basis: 'team judgement', cite: 'Written for this course', url: null, note: null },
};

const disputedReview: CaseReview = {
  ...review,
  title: 'Twelve tenants and the repairs report',
  readings: [
    {
      id: 'broad',
      label: 'broad definition',
      heldBy: 'scholars who count every phase of a service',
      verdict: 'yes',
      because: 'Assessing is a phase of the service too, and the panel shares it with the managers.',
    },
  ],
  flags: ['the contribution is a say and not a share of the work'],
  source: {
    basis: 'published, disputed',
    cite: 'Nabatchi, Sancino & Sicilia (2017)',
    url: 'https://example.org/',
    note: 'Read in abstract.',
  },
};

const map: GridMap = {
  note: 'The map is made up for this page.',
  columns: [
    { id: 'government', label: 'The city alone' },
    { id: 'both', label: 'Both together' },
    { id: 'outside', label: 'People alone' },
  ],
  rows: [
    { id: 'deciding', label: 'Deciding', cells: { government: 'order', both: 'joint decision', outside: 'own choice' } },
    { id: 'doing', label: 'Doing', cells: { government: 'city work', both: 'shared work', outside: 'self-help' } },
  ],
  regions: [
    { lens: 'narrow', label: 'narrow', cells: [{ row: 'doing', column: 'both' }] },
    {
      lens: 'broad',
      label: 'broad',
      cells: [
        { row: 'deciding', column: 'both' },
        { row: 'doing', column: 'both' },
      ],
    },
  ],
};

const wrong: Feedback = {
  outcome: 'wrong',
  lens: { id: 'narrow', label: 'narrow definition' },
  headline: 'Under the narrow definition: no, this is not co-production.',
  deciding: {
    criterion: 'R3',
    label: 'They give something by acting',
    outcome: 'fail',
    because: 'The spectators watch. That is using what the city made, and nothing of theirs goes into it.',
    quote: 'find a place on the wall and look up',
  },
  changes: ['the spectators brought and lit the lanterns that the display is made of'],
  misconceptions: [
    {
      id: 'use-counts',
      name: 'Using it is making it',
      says: 'They use the service, so they co-produce it.',
      tempts: 'Without an audience there would be no festival, so being there feels like a part of it.',
      breaks: 'The display exists whether one person watches or thirty thousand. Use takes something out; it puts nothing in.',
    },
  ],
  parts: [],
  placed: null,
  points: [],
  cases: [review],
};

const partly: Feedback = {
  ...wrong,
  outcome: 'partly',
  headline: 'Under the narrow definition, two of these three are placed well.',
  deciding: null,
  changes: [],
  misconceptions: [],
  parts: [
    { text: 'Sorting at the kitchen sink', yours: 'Yes', key: 'Yes', right: true, because: null },
    { text: 'A night at the harbour', yours: 'Yes', key: 'No', right: false, because: 'The spectators give nothing by acting.' },
    { text: 'Filing the yearly return', yours: 'Yes', key: 'Yes', right: true, because: null },
  ],
  cases: [review, disputedReview],
};

const right: Feedback = {
  ...wrong,
  outcome: 'right',
  headline: 'Under the narrow definition: no. A say about the service is not a share of its work.',
  misconceptions: [],
  cases: [disputedReview],
};

const unmarked: Feedback = {
  ...wrong,
  outcome: 'unmarked',
  headline: 'Your answer is kept. Hold it against these points.',
  deciding: null,
  changes: [],
  misconceptions: [],
  points: [
    { id: 'verdict', text: 'Names a verdict and the definition it is given under.' },
    { id: 'criterion', text: 'Names the criterion that decides: they give something by acting.' },
    { id: 'quote', text: 'Points to the words: “find a place on the wall and look up”.' },
  ],
  cases: [],
};

const choice: ItemForLearner = {
  kind: 'verdict',
  stem: 'Under the narrow definition, is this co-production?',
  hint: 'Choose the answer whose reason you would give.',
  stories: [fireworks],
  body: {
    type: 'choice',
    options: [
      { id: 'a', text: 'Yes: without the people who come there would be no festival.' },
      { id: 'b', text: 'No: nobody of them gives anything; they watch what others made.' },
      { id: 'c', text: 'No: the spectators and the crew never work at the same time.' },
      { id: 'd', text: 'In part: some of it is shared, and some of it is not.' },
    ],
  },
};

const checklist: ItemForLearner = {
  kind: 'criteria',
  stem: 'Which criteria are met?',
  hint: 'Tick every criterion that the story meets.',
  stories: [fireworks],
  body: { type: 'checklist', rows: rows.map((row, index) => ({ id: `r${index}`, label: row.label, question: 'Does the story show it?' })) },
};

const sentence: ItemForLearner = {
  kind: 'evidence',
  stem: 'Which sentence settles whether the households give something by acting?',
  hint: 'Choose one sentence of the story.',
  stories: [recycling],
  body: { type: 'sentence' },
};

const table: ItemForLearner = {
  kind: 'classify',
  stem: 'Who gains from each of these?',
  hint: 'Choose one answer for each case.',
  stories: [recycling, fireworks],
  body: {
    type: 'table',
    rows: [
      { id: 'x', text: recycling.title, detail: 'Households rinse and sort before the truck comes.', story: 0 },
      { id: 'y', text: fireworks.title, detail: 'Thousands watch what the city stages.', story: 1 },
      { id: 'z', text: '“I would rather not pay the fine.”', detail: null, story: null },
    ],
    columns: [
      { id: 'p', label: 'One person', hint: 'somebody in particular has it' },
      { id: 'q', label: 'Everybody', hint: 'nobody can be left out of it' },
      { id: 'r', label: 'Both', hint: null },
    ],
  },
};

const grid: ItemForLearner = {
  kind: 'grid',
  stem: 'Where does each of these belong on the map?',
  hint: 'Give every case a cell.',
  stories: [recycling, fireworks],
  body: {
    type: 'grid',
    rows: [
      { id: '1', text: recycling.title, detail: 'Households rinse and sort before the truck comes.', story: 0 },
      { id: '2', text: fireworks.title, detail: 'Thousands watch what the city stages.', story: 1 },
    ],
    columns: map.columns,
    lines: [
      {
        label: 'Deciding',
        cells: [
          { id: 'a', text: 'order' },
          { id: 'b', text: 'joint decision' },
          { id: 'c', text: 'own choice' },
        ],
      },
      {
        label: 'Doing',
        cells: [
          { id: 'd', text: 'city work' },
          { id: 'e', text: 'shared work' },
          { id: 'f', text: 'self-help' },
        ],
      },
    ],
  },
};

const order: ItemForLearner = {
  kind: 'order',
  stem: 'In which order does it happen?',
  hint: 'Give each step its place.',
  stories: [recycling],
  body: {
    type: 'order',
    steps: [
      { id: 's', text: 'Householders rinse and sort' },
      { id: 't', text: 'The council collects and sells' },
      { id: 'u', text: 'The council hands out bins and a leaflet' },
    ],
  },
};

const number: ItemForLearner = {
  kind: 'numeric',
  stem: 'What is the net benefit of sorting at home?',
  hint: 'Benefits less every cost, the householders’ time included.',
  stories: [recycling],
  body: {
    type: 'number',
    unit: 'points',
    given: [
      { label: 'Clean material', amount: '40' },
      { label: 'Awareness', amount: '30' },
      { label: 'Cash spent by the council', amount: '30' },
      { label: 'Householders’ time', amount: '15' },
    ],
  },
};

const text: ItemForLearner = {
  kind: 'explain',
  stem: 'Explain to a colleague why watching is not enough.',
  hint: 'Two or three sentences. You will check them against the criteria yourself.',
  stories: [fireworks],
  body: { type: 'text', maxLength: 2000, fields: [{ id: 'text', label: 'Your answer' }] },
};

const path: readonly LessonPathEntry[] = [
  {
    number: 1,
    role: 'lesson',
    title: 'Who does the work?',
    href: '#1',
    question: 'Who makes a child able to read?',
    minutes: 8,
    state: 'done',
    score: 0.9,
    next: false,
  },
  {
    number: 2,
    role: 'lesson',
    title: 'Together, not necessarily at once',
    href: '#2',
    question: 'Can you work with someone you never meet?',
    minutes: 9,
    state: 'shaky',
    detail: 'all sections read',
    score: 0.6,
    next: false,
  },
  {
    number: 3,
    role: 'lesson',
    title: 'From input to output',
    href: '#3',
    question: 'Is a meeting work?',
    minutes: 10,
    state: 'in-progress',
    detail: '2 of 6 sections read',
    score: null,
    next: true,
  },
  {
    number: 4,
    role: 'lesson',
    title: 'Two definitions',
    href: '#4',
    question: 'Same facts, two experts, two answers?',
    minutes: 9,
    state: 'not-started',
    score: null,
    next: false,
  },
];

const steps: readonly Step[] = [
  { state: 'right', href: '#q1' },
  { state: 'partly', href: '#q2' },
  { state: 'wrong', href: '#q3' },
  { state: 'unmarked', href: '#q4' },
  { state: 'answered', href: '#q5' },
  { state: 'open' },
];

export const samples = {
  map,
  stories: { recycling, fireworks },
  rows,
  review,
  disputedReview,
  feedback: { wrong, partly, right, unmarked },
  items: { choice, checklist, sentence, table, grid, order, number, text },
  path,
  steps,
} as const;
