/** A state of the lab as an address, and back. */
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { heldOf, type LabState, labLenses, lensOf } from './state.ts';
import { toWire, wire } from './wire.ts';

const version = 1;
/** Longer addresses are cut by mail programs and refused by servers. */
const longest = 12_000;

/** Returns facts as letters, digits, `-`, `_` and two dots: version, checksum, and the facts in base64url. */
export function encodeFacts(facts: Facts): string {
  const bytes = new TextEncoder().encode(JSON.stringify(toWire(facts)));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return `${version}.${checksum(letters)}.${letters}`;
}

/** FNV-1a over the letters, 32 bits in base 36: tells a link that was cut short or mistyped. No protection against intent. */
function checksum(letters: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < letters.length; place++) hash = Math.imul(hash ^ letters.charCodeAt(place), 0x01000193);
  return (hash >>> 0).toString(36);
}

export type Decoded = { readonly facts: Facts } | { readonly problem: string };

const damaged = 'The link did not come through whole: some of it is missing or was changed on the way. Ask for it again.';

/** Returns the facts that a link carries, or in words why there are none. Never throws. */
export function decodeFacts(link: string): Decoded {
  if (link.length > longest) return { problem: 'The link is longer than any that the lab makes, so it was not opened.' };
  const [made, sum, letters, ...rest] = link.split('.');
  if (/^\d{1,6}$/.test(made ?? '') && Number(made) > version)
    return { problem: 'The link was made by a newer version of the lab than this one.' };
  if (made !== String(version) || !letters || rest.length > 0 || sum !== checksum(letters)) return { problem: damaged };
  const parsed = wire.safeParse(readLetters(letters));
  return parsed.success ? { facts: parsed.data } : { problem: 'The link holds no case that the lab could show. Ask for it again.' };
}

/** The JSON behind the letters; undefined where there is none. */
function readLetters(letters: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** True where two cases are the same in every fact. */
export function sameFacts(one: Facts, other: Facts): boolean {
  return JSON.stringify(toWire(one)) === JSON.stringify(toWire(other));
}

/** A case as the lab begins from it: one of the course, or the blank one. */
export interface LabBase {
  /** Null for the blank case. */
  readonly id: string | null;
  readonly facts: Facts;
}

/** Returns what follows the path of the lab for a state: empty or beginning with `?`. Facts that were not touched are left out. */
export function addressOf(base: LabBase, { facts, lens, held }: LabState): string {
  const query = new URLSearchParams();
  if (base.id !== null) query.set('case', base.id);
  if (!sameFacts(facts, base.facts)) query.set('facts', encodeFacts(facts));
  if (lens !== labLenses[0]) query.set('lens', lens.id);
  if (held !== null) query.set('held', held);
  return query.size > 0 ? `?${query}` : '';
}

/** Returns the state that an address asks for, the base's own facts where its link is damaged, and then also what is wrong. */
export function stateOf(base: LabBase, query: URLSearchParams): { readonly state: LabState; readonly problem: string | null } {
  const link = query.get('facts');
  const decoded = link === null ? base : decodeFacts(link);
  const facts = 'facts' in decoded ? decoded.facts : base.facts;
  const state = { facts, lens: lensOf(query.get('lens')), held: heldOf(query.get('held')) };
  return { state, problem: 'problem' in decoded ? decoded.problem : null };
}
