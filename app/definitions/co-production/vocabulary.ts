/**
 * The facts of a case, in the field's own terms. Regular and consumer producer: Parks et al. (1981); state and lay
 * actors and the four phases: Nabatchi, Sancino & Sicilia (2017); private and public value: Moore, Alford.
 */
export const kinds = ['government', 'funded-provider', 'individual', 'household', 'community-group', 'nonprofit', 'firm'] as const;
export const roles = [
  'regular-producer',
  'client',
  'regulatee',
  'citizen',
  'volunteer',
  'employee',
  'conscript',
  'contractor',
  'partner-agency',
] as const;
export const pays = ['none', 'expenses', 'allowance', 'wage', 'contract'] as const;
export const scales = ['individual', 'group', 'collective', 'n/a'] as const;
export const activities = ['deciding', 'designing', 'delivering', 'assessing', 'consuming', 'paying', 'campaigning'] as const;
export const forms = ['active', 'restraint', 'passive'] as const;
export const gifts = ['time', 'effort', 'information', 'skill', 'in-kind', 'tools', 'money'] as const;
export const voices = ['informed', 'heard', 'shared', 'sole'] as const;
export const compulsions = ['none', 'incentive', 'condition', 'legal-duty', 'force'] as const;
export const links = ['conjoint', 'prompted', 'unconnected'] as const;
export const tools = ['own-staff', 'contractor', 'technology', 'regulation'] as const;
export const motiveTypes = ['extrinsic', 'intrinsic', 'normative', 'prosocial'] as const;

export type Kind = (typeof kinds)[number];
export type Role = (typeof roles)[number];
export type Pay = (typeof pays)[number];
export type Activity = (typeof activities)[number];
export type Gift = (typeof gifts)[number];
export type Voice = (typeof voices)[number];
export type Compulsion = (typeof compulsions)[number];
export type Tool = (typeof tools)[number];
export type MotiveType = (typeof motiveTypes)[number];

export interface Party {
  readonly id: string;
  readonly label: string;
  readonly kind: Kind;
  readonly role: Role;
  readonly pay: Pay;
  readonly scale: (typeof scales)[number];
}

export interface Contribution {
  readonly id: string;
  readonly by: string;
  readonly what: string;
  readonly activity: Activity;
  /** For deciding only: about the service as a whole, or about the case that is its output. */
  readonly object: 'service' | 'case' | null;
  readonly form: (typeof forms)[number];
  readonly gives: readonly Gift[];
  /** How far a say goes; null where the contribution is no say. */
  readonly voice: Voice | null;
  readonly compulsion: Compulsion;
  /** To the agency's own work. */
  readonly link: (typeof links)[number];
  readonly feedsOutput: boolean;
  /** First and last step in which it happens, whole numbers. */
  readonly steps: readonly [number, number];
}

export interface Value {
  readonly consumption: 'individual' | 'joint';
  readonly to: string;
  readonly sign: 'positive' | 'negative';
  readonly what: string;
}

export interface Alternative {
  readonly tool: Tool;
  readonly achieves: 'as-well' | 'worse' | 'no';
  readonly note: string;
}

export interface Motive {
  readonly by: string;
  readonly type: MotiveType;
  readonly weight: 1 | 2 | 3;
  /** The words of the story that show it. */
  readonly cue: string;
}

/** Figures of one way to do it, all in the unit of the decision. */
export interface Option {
  readonly cash: number;
  readonly otherCosts?: Readonly<Record<string, number>> | undefined;
  readonly benefits: Readonly<Record<string, number>>;
}

export interface Area {
  readonly name: string;
  readonly coproduction: Option;
  readonly alternative: Option & { readonly tool: Tool };
}

export interface Decision {
  readonly unit: string;
  readonly areas: readonly Area[];
}

export interface Facts {
  readonly service: { readonly purpose: string; readonly output: string; readonly publicService: boolean };
  readonly parties: readonly Party[];
  readonly contributions: readonly Contribution[];
  /** Ids of the contributions that are judged. */
  readonly focus: readonly string[];
  readonly value: readonly Value[];
  readonly alternatives: readonly Alternative[];
  readonly motives: readonly Motive[];
  readonly decision: Decision | null;
}
