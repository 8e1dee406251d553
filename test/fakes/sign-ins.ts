/** The record of sign-ins in memory. */
import { countedSignIn } from '../../shared/aws/access/sign-in-items.ts';
import { type SignInRecord, signInPlace } from '../../shared/domain/passwords/sign-in-record.ts';
import type { SignInLog } from '../../shared/work/access/sign-in-log.ts';
import { copy, turn } from './memory.ts';

/** Where somebody signs in. */
export const somewhere = { ipAddress: '192.0.2.7', userAgent: 'Mozilla/5.0' };

export const signInKey = (record: SignInRecord): string => `${record.subject?.id ?? 'nobody'}\n${signInPlace(record)}`;

export const fakeSignIns = (): SignInLog & { all: Map<string, SignInRecord> } => {
  const all = new Map<string, SignInRecord>();
  return {
    all,
    record: async (record) => {
      await turn();
      all.set(signInKey(record), copy(record));
    },
    count: async (one) => {
      await turn();
      const record = countedSignIn(one);
      all.set(signInKey(record), copy({ ...record, count: (all.get(signInKey(record))?.count ?? 0) + 1 }));
    },
    page: async ({ subjectId, from, before, top }) => {
      await turn();
      const found = [...all.values()]
        .filter(({ subject }) => subjectId === undefined || (subject?.id ?? 'nobody') === subjectId)
        .map((record) => ({ record, place: signInPlace(record) }))
        .filter(({ place }) => place >= from && place < before)
        .sort((one, other) => (one.place < other.place ? 1 : -1));
      const page = found.slice(0, top);
      const last = page.at(-1)?.place;
      return { records: copy(page.map(({ record }) => record)), ...(found.length > top && last && { next: last }) };
    },
  };
};
