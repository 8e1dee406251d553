/** The port to what a sign-in reads first and writes last: each in one call, since whoever signs in waits for it. */
import type { SignInRecord } from '../../domain/passwords/sign-in-record.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { Grant } from '../access/tokens.ts';
import type { OwnChange } from '../directory.ts';
import type { AttemptsOf, StoredAttempts } from './sign-in-attempts.ts';

/** What a right password opens, and what is written with it. */
export type Opening = {
  grant: Grant;
  good: { from: Instant; seconds: number };
  record: SignInRecord;
  /** The count after it, in place of the one that was read. */
  count: { of: AttemptsOf; stored: StoredAttempts };
  /** A change of the person's own record, if the person is still as they were seen. */
  person?: OwnChange;
  /** For how long the record stays, and by what the person is dated. */
  policy: Policy;
};

/** `lost`, and nothing is written: somebody else wrote the count, or the person, since it was read. */
export type Opened = { kind: 'opened'; token: string } | { kind: 'lost'; count: boolean; person: boolean };

export type Entrance = {
  /** The count of strangers at a name, as `AttemptStore.read` gives it, and the id of who holds `heldName`. */
  begin(
    userName: string,
    heldName: string,
    now: Instant,
  ): Promise<{ strangers: StoredAttempts; holderId: string | undefined }>;
  /** Writes all or nothing, so that no session is without its record, and no right password uncounted. */
  open(opening: Opening): Promise<Opened>;
};
