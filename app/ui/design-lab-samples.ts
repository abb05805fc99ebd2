/** A made-up state of the lab for the component page: every part of it, with every sort of control. */
import type { ControlGroup } from '#app/lab/controls.ts';
import type { LabChecklist, LabView } from '#app/lab/view.ts';
import { samples } from './design-samples.ts';

const pays = [
  { value: 'none', label: 'Nothing' },
  { value: 'expenses', label: 'Expenses' },
  { value: 'wage', label: 'A wage' },
];
const kinds = [
  { value: 'government', label: 'Government' },
  { value: 'individual', label: 'One or more persons' },
];
const gifts = [
  { value: 'time', label: 'Time' },
  { value: 'effort', label: 'Effort' },
  { value: 'information', label: 'Information' },
  { value: 'money', label: 'Money' },
];
const yesNo = [
  { value: 'yes', label: 'Yes, it is used' },
  { value: 'no', label: 'No, put aside' },
];

const groups: readonly ControlGroup[] = [
  {
    id: 'who',
    title: 'Who',
    hint: 'Everybody who takes part, and in what role.',
    lists: [
      {
        id: 'parties',
        title: 'Parties',
        hint: '',
        folded: false,
        add: { act: 'add:parties', label: 'Add a party' },
        cards: [
          { id: 'parties.0', title: 'City', digest: 'Makes the service as its job', open: false, remove: 'remove:parties.0', controls: [] },
          {
            id: 'parties.1',
            title: 'Spectators',
            digest: 'Clients of the service',
            open: true,
            remove: 'remove:parties.1',
            controls: [
              { type: 'text', name: 'parties.1.label', label: 'Name', value: 'Spectators', longest: 400, problem: null },
              { type: 'menu', name: 'parties.1.kind', label: 'Kind', value: 'individual', choices: kinds, problem: null },
              { type: 'chips', name: 'parties.1.pay', label: 'Pay for it', value: 'none', choices: pays, problem: null },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'what',
    title: 'What',
    hint: 'The service, and what each puts into it.',
    lists: [
      {
        id: 'contributions',
        title: 'Contributions',
        hint: 'What somebody does, uses, pays or says. Tick those that you want judged.',
        folded: false,
        add: { act: 'add:contributions', label: 'Add a contribution' },
        cards: [
          {
            id: 'contributions.1',
            title: 'Spectators: find a place and look up',
            digest: 'Using the service, judged',
            open: true,
            remove: 'remove:contributions.1',
            controls: [
              { type: 'yes', name: 'contributions.1.judged', label: 'Judge this contribution', value: true, problem: null },
              { type: 'ticks', name: 'contributions.1.gives', label: 'Gives', value: ['time'], choices: gifts, problem: null },
              {
                type: 'chips',
                name: 'contributions.1.feedsOutput',
                label: 'Is it used for the output?',
                value: 'no',
                choices: yesNo,
                problem: null,
              },
              { type: 'number', name: 'contributions.1.steps.0', label: 'First step in time', value: '2', whole: true, problem: null },
              { type: 'number', name: 'contributions.1.steps.1', label: 'Last step', value: '2', whole: true, problem: null },
            ],
          },
        ],
      },
      {
        id: 'motives',
        title: 'Motives',
        hint: 'They never change the verdict.',
        folded: true,
        add: { act: 'add:motives', label: 'Add a motive' },
        cards: [],
      },
    ],
  },
];

/** The same controls where the facts contradict each other. */
export const troubledControls: readonly ControlGroup[] = [
  {
    id: 'trouble',
    title: 'Facts that cannot be true',
    hint: 'Each control says what is wrong with it.',
    lists: [
      {
        id: 'trouble',
        title: 'Contributions',
        hint: '',
        folded: false,
        add: null,
        cards: [
          {
            id: 'trouble.0',
            title: 'Officers: carry them off',
            digest: 'Doing the work, judged',
            open: true,
            remove: null,
            controls: [
              { type: 'text', name: 'trouble.0.what', label: 'What is done', value: '', longest: 400, problem: 'Say what is done.' },
              {
                type: 'ticks',
                name: 'trouble.0.gives',
                label: 'Gives',
                value: ['effort'],
                choices: gifts,
                problem: 'Whoever is moved by force gives nothing.',
              },
              {
                type: 'number',
                name: 'trouble.0.steps.0',
                label: 'First step in time',
                value: '0',
                whole: true,
                problem: 'Steps are counted from 1.',
              },
            ],
          },
        ],
      },
    ],
  },
];

const checklist: LabChecklist = {
  label: 'Spectators watch the display',
  verdict: 'no',
  rows: samples.rows.map((row) => ({ ...row, quote: null })),
};

/** Watching fireworks, judged and unlike the case that it began from. */
export const watching: LabView = {
  concept: 'co-production',
  lens: { id: 'narrow', label: 'narrow definition', heldBy: 'whoever wrote this page' },
  lenses: [
    { value: 'narrow', label: 'Narrow' },
    { value: 'broad', label: 'Broad' },
    { value: 'strict', label: 'Strict: no legal duty' },
  ],
  heldId: 'use-counts',
  misconceptions: [
    { value: '', label: 'Nobody' },
    { value: 'use-counts', label: 'Using it is making it' },
  ],
  groups,
  problems: [],
  before: '',
  address: '?facts=made-up',
  changed: true,
  findings: {
    verdict: 'no',
    reason: 'The spectators watch. That is using what the city made, and nothing of theirs goes into it.',
    checklists: [checklist],
    nearest: 'use of a service',
    flags: ['everybody may come, and nobody is asked to'],
    readings: samples.disputedReview.readings,
    answers: [
      {
        id: 'V1',
        label: 'Kind of value',
        ask: 'Who gains from it?',
        answer: 'Everybody together',
        because: 'A shared celebration is felt by the whole city.',
        arises: true,
      },
      {
        id: 'N1',
        label: 'Necessity',
        ask: 'Could the output come about without them?',
        answer: 'Does not arise',
        because: 'It is asked where the verdict is yes, or in part.',
        arises: false,
      },
    ],
    held: {
      id: 'use-counts',
      name: 'Using it is making it',
      says: 'They use the service, so they co-produce it.',
      breaks: 'The display exists whether one person watches or thirty thousand.',
      parts: true,
      claim: 'Is it co-production? They say: Yes. By the narrow definition: No.',
      checklists: [{ ...checklist, verdict: 'yes', rows: checklist.rows.map((row) => ({ ...row, outcome: 'pass' })) }],
    },
    flips: [
      {
        apply: 'apply:made-up',
        changes: ['the spectators brought and lit the lanterns that the display is made of'],
        to: 'yes',
        criteria: ['R3', 'R4', 'R5'],
      },
      { apply: 'apply:made-up-too', changes: ['they only helped to choose the music'], to: 'partly', criteria: ['R3'] },
    ],
  },
};
