/** Counts tries in memory: a restart forgets them, which a guesser cannot cause. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Brake } from '#app/use-cases/accounts/brake.ts';

const quarterHour = 15 * 60;
/** With a passphrase that we take (some 10⁸ guesses at the least), ten tries a quarter of an hour are hopeless. */
const triesPerAccount = 10;
/** A school behind one address may mistype this often; a guesser who tries one passphrase on many accounts is held up. */
const triesPerAddress = 100;
/** Sign-ups and requests for mail: a lecture hall that signs up together stays below. */
const actsPerAddress = 600;

/** Letters with a link in an hour: who mislays one asks again, and nobody's mailbox is filled by others. */
const lettersPerMailbox = 5;

/** Returns limits that start from nothing. */
export function newBrake(): Brake {
  const accounts = new RateLimiterMemory({ keyPrefix: 'account', points: triesPerAccount, duration: quarterHour });
  const addresses = new RateLimiterMemory({ keyPrefix: 'address', points: triesPerAddress, duration: quarterHour });
  const acts = new RateLimiterMemory({ keyPrefix: 'act', points: actsPerAddress, duration: 60 * 60 });
  const letters = new RateLimiterMemory({ keyPrefix: 'letter', points: lettersPerMailbox, duration: 60 * 60 });
  const left = (state: RateLimiterRes | null, points: number) =>
    state && state.consumedPoints >= points ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : 0;
  return {
    wait: async (account, address) =>
      Math.max(left(await accounts.get(account), triesPerAccount), left(await addresses.get(address), triesPerAddress)),
    failed: async (account, address) => {
      await accounts.penalty(account, 1);
      await addresses.penalty(address, 1);
    },
    succeeded: async (account) => {
      await accounts.delete(account);
    },
    letter: async (mailbox) => (await letters.penalty(mailbox, 1)).consumedPoints <= lettersPerMailbox,
    spend: async (address) => {
      const state = await acts.penalty(address, 1);
      return state.consumedPoints > actsPerAddress ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : 0;
    },
  };
}
