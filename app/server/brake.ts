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

/** Links of invitation that one account makes in a day: the longest list that is taken, twice. */
const invitationsPerDay = 10_000;
/** Letters of invitation to one mailbox in a day, from whichever cohorts. */
const invitationsPerMailbox = 3;

/** Files with a whole record in them, in ten minutes: every file of a few cohorts, and again. */
const filesPerLearner = 20;
/** A school behind one address may save its copies together. */
const filesPerAddress = 400;
const day = 24 * 60 * 60;

/** Returns limits that start from nothing. */
export function newBrake(): Brake {
  const accounts = new RateLimiterMemory({ keyPrefix: 'account', points: triesPerAccount, duration: quarterHour });
  const addresses = new RateLimiterMemory({ keyPrefix: 'address', points: triesPerAddress, duration: quarterHour });
  const acts = new RateLimiterMemory({ keyPrefix: 'act', points: actsPerAddress, duration: 60 * 60 });
  const letters = new RateLimiterMemory({ keyPrefix: 'letter', points: lettersPerMailbox, duration: 60 * 60 });
  const invited = new RateLimiterMemory({ keyPrefix: 'invite', points: invitationsPerDay, duration: day });
  const invitations = new RateLimiterMemory({ keyPrefix: 'invitation', points: invitationsPerMailbox, duration: day });
  const files = new RateLimiterMemory({ keyPrefix: 'file', points: filesPerLearner, duration: 10 * 60 });
  const filesFrom = new RateLimiterMemory({ keyPrefix: 'files', points: filesPerAddress, duration: 10 * 60 });
  const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));
  const left = (state: RateLimiterRes | null, points: number) => (state && state.consumedPoints >= points ? secondsOf(state) : 0);
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
      return state.consumedPoints > actsPerAddress ? secondsOf(state) : 0;
    },
    invite: async (account, links) => {
      const before = await invited.get(account);
      if (before && before.consumedPoints + links > invitationsPerDay) return secondsOf(before);
      await invited.penalty(account, links);
      return 0;
    },
    invitation: async (mailbox) => (await invitations.penalty(mailbox, 1)).consumedPoints <= invitationsPerMailbox,
    file: async (learnerId, address) => {
      const [own, all] = [await files.penalty(learnerId, 1), await filesFrom.penalty(address, 1)];
      return Math.max(own.consumedPoints > filesPerLearner ? secondsOf(own) : 0, all.consumedPoints > filesPerAddress ? secondsOf(all) : 0);
    },
  };
}
