/** Limits on guessing: a few tries per account, more per address, since a whole class may sit behind one. */
export interface Brake {
  /** Returns after how many seconds this account may be tried again from this address; 0 means now. */
  readonly wait: (account: string, address: string) => Promise<number>;
  /** Counts a try that failed. */
  readonly failed: (account: string, address: string) => Promise<void>;
  /** Forgets the account's failed tries: its holder is here. */
  readonly succeeded: (account: string) => Promise<void>;
  /** Counts something that costs us work or sends mail. Returns after how many seconds it may be done from this address; 0 means now. */
  readonly spend: (address: string) => Promise<number>;
  /** Counts links of invitation that an account makes at once. Returns after how many seconds so many may be made; 0 means now, and only then they count. */
  readonly invite: (account: string, links: number) => Promise<number>;
  /** Counts a letter of invitation to a mailbox. Returns whether it may still go out. */
  readonly invitation: (mailbox: string) => Promise<boolean>;
  /** Counts a file that takes work to make. Returns after how many seconds this learner may have it, or this address; 0 means now. */
  readonly file: (learnerId: string, address: string) => Promise<number>;
  /** Counts a letter that anybody can have sent to a mailbox. Returns whether it may still go out. */
  readonly letter: (mailbox: string) => Promise<boolean>;
}

/** Returns what to tell whoever has to wait. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `That were too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again. Nothing is locked for good.`;
}
