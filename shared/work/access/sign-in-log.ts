/** The port to the record of sign-ins. One that opens a session is written with its token (`Entrance.open`). */
import type { SignInRecord } from '../../domain/passwords/sign-in-record.ts';

/** Records at the places (`signInPlace`) from `from` on that come before `before`; of a person or application, or all. */
export type SignInRange = { subjectId?: string; from: string; before: string; top: number };

export type SignInLog = {
  /** Writes a refused sign-in as a record of its own. */
  record(record: SignInRecord): Promise<void>;
  /** Counts one more of its subject, its outcome and its quarter of an hour: one record for all of them. */
  count(record: Omit<SignInRecord, 'id' | 'count'>): Promise<void>;
  /**
   * A page, newest first, `top` at most. With `next`, more may follow: those before it; a page may be shorter than `top`
   * all the same. Only those of one subject are complete to the last second; of all, the newest come late.
   */
  page(range: SignInRange): Promise<{ records: SignInRecord[]; next?: string }>;
};
