/** Passphrases: how strong one must be, and how it is kept. */
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english, translations } from '@zxcvbn-ts/language-en';

/** Long enough for any sentence, short enough that hashing and guessing stay quick. In UTF-16 units. */
export const longestPassphrase = 200;
export const tooLong = `That is longer than ${longestPassphrase} characters. A sentence will do.`;
/** zxcvbn's "safely unguessable": more than 10⁸ guesses (Wheeler, 2016, "zxcvbn: Low-budget password strength estimation"). */
const strongEnough = 3;
/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Made on first use: its word lists take a moment to read. */
let guesser: ZxcvbnFactory | null = null;

/** The same text typed on another device may be composed in another way. */
const composed = (passphrase: string) => passphrase.normalize('NFKC');

/**
 * Returns what is wrong with a new passphrase in a sentence or two, or null where it is good. There is no rule about kinds of characters;
 * what counts is how many guesses it takes. `about` is what a guesser would try first: name, address.
 */
export function passphraseProblem(passphrase: string, about: readonly string[]): string | null {
  if (passphrase === '') return 'Choose a passphrase.';
  if (passphrase.length > longestPassphrase) return tooLong;
  guesser ??= new ZxcvbnFactory({
    dictionary: { ...common, ...english },
    graphs: adjacencyGraphs,
    translations,
    maxLength: longestPassphrase,
  });
  const { score, feedback } = guesser.check(composed(passphrase), [...about, 'criterion', 'coproduction']);
  if (score >= strongEnough) return null;
  return [feedback.warning, 'It can be guessed too quickly: use four or five words that do not belong together.'].filter(Boolean).join(' ');
}

/** Returns the hash to keep. */
export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(composed(passphrase), settings);
}

/** Stands in where there is nothing to compare with, so that an unknown address takes as long as a wrong passphrase. */
let nobodys: Promise<string> | null = null;

/** Returns true where the passphrase is the one that was hashed. It takes the same time where there is no hash. */
export async function passphraseMatches(kept: string | null, passphrase: string): Promise<boolean> {
  nobodys ??= hashPassphrase(`nobody ${Math.random()}`);
  const right = await verify(kept ?? (await nobodys), composed(passphrase.slice(0, longestPassphrase)));
  return right && kept !== null;
}
