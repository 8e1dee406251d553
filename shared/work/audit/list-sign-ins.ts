/** What the record of sign-ins answers: those that fit a question, newest first. */
import type { SignInRecord } from '../../domain/passwords/sign-in-record.ts';
import type { Policy } from '../../domain/policy.ts';
import { addDays, type Instant } from '../../domain/time.ts';
import type { SignInLog } from '../access/sign-in-log.ts';
import type { Directory } from '../directory.ts';

export type SignInListPorts = {
  signIns: Pick<SignInLog, 'page'>;
  directory: Pick<Directory, 'findByUserName'>;
  policy: Pick<Policy, 'signInLogDays'>;
  now: () => Instant;
};

/** Whose sign-ins, by id or by the user name that somebody has now; and between which places (`signInPlace`). */
export type SignInQuestion = { subjectId?: string; userName?: string; from?: string; before?: string };

/** A page of sign-ins. With `next`, more may follow, those before it; a page may be short, or empty, all the same. */
export const listSignIns = async (
  { subjectId, userName, from = '', before = '~' }: SignInQuestion,
  { top, after = '~' }: { top: number; after?: string | undefined },
  { signIns, directory, policy, now }: SignInListPorts,
): Promise<{ records: SignInRecord[]; next?: string }> => {
  // They expire; DynamoDB's TTL removes them only days later.
  const oldest = `${addDays(now(), -policy.signInLogDays)}#`;
  const range = { from: from > oldest ? from : oldest, before: before < after ? before : after, top };
  if (range.from >= range.before) return { records: [] };
  const named = userName === undefined ? undefined : await directory.findByUserName(userName);
  const ids = new Set(
    [subjectId, userName === undefined ? undefined : (named?.id ?? '')].filter((id) => id !== undefined),
  );
  // Nobody has that name, or somebody else than the one who was asked for.
  if (ids.has('') || ids.size > 1) return { records: [] };
  const [id] = ids;
  return signIns.page({ ...range, ...(id !== undefined && { subjectId: id }) });
};
