/** A person whose clocks are the only thing that happens, and a sweep that comes when it comes. */
import { takeDueSteps } from '../../../shared/domain/enforcement/due-steps.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';

/** A person whose credentials have arrived: no mail is owed. */
export const settled = (change: Partial<Person> = {}, start: Instant = monday): Person => {
  const one = person('ada', { mustChangePassword: false }, { now: start });
  const { retryAt: _retry, ...mail } = one.credentialMail;
  return { ...one, credentialMail: { ...mail, state: 'sent', sentDateTime: start }, ...change };
};

/** What a sweep does at a moment, as it is written; notices are taken as mailed at once. */
export const swept = (before: Person, now: Instant, policy: Policy = defaultPolicy) => {
  const steps = takeDueSteps(before, policy, now);
  const after = steps?.person ?? before;
  return { after: { ...after, pendingNotices: [] }, did: steps?.did ?? [], steps };
};

/** Everything that happens to a person until a moment, each step in its time. */
export const life = (one: Person, until: Instant, policy: Policy = defaultPolicy) => {
  const events: [string, string][] = [];
  let now = one;
  for (let due = nextDue(now, policy); due !== undefined && due <= until; due = nextDue(now, policy)) {
    if (events.length > 100) throw new Error('a life without end');
    const { after, did } = swept(now, due, policy);
    for (const kind of did) events.push([due, kind]);
    if (did.length === 0) events.push([due, 'nothing']);
    now = after;
  }
  return { events, person: now };
};
