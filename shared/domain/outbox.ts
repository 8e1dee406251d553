/** When a mail that is owed is tried again. */
import type { Notice, PendingNotice } from './person.ts';
import type { Policy } from './policy.ts';
import { addSeconds, type Instant } from './time.ts';

/** When a mail that could not be sent is tried again: the policy's minutes, doubled with each try, a day at most. */
export const retryMoment = (tries: number, policy: Policy, now: Instant): Instant =>
  addSeconds(now, Math.min(policy.mailRetryMinutes * 60 * 2 ** Math.min(tries, 12), 86_400));

/** A notice that is owed from now on. Its id follows from what it says, so that it cannot be owed twice. */
export const pendingNotice = (notice: Notice, policy: Policy, now: Instant): PendingNotice => ({
  ...notice,
  id: [notice.kind, 'days' in notice && notice.days, ...namesIn(notice), now].filter(Boolean).join('/'),
  tries: 0,
  retryAt: retryMoment(0, policy, now),
});

const namesIn = (notice: Notice): string[] => [
  ...('skuId' in notice ? [notice.skuId] : []),
  ...('role' in notice ? [notice.role] : []),
];
