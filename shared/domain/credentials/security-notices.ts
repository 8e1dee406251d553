/** What people are told because it may have been somebody else's doing. */
import { pendingNotice } from '../outbox.ts';
import type { Notice, Person, SecurityNotice } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import { credentialAddresses, noticeAddresses } from './mail-routing.ts';

/** Who made a change, when, and the policy that says when its mail is tried again. */
export type SecurityMoment = { by: 'themselves' | 'administrator'; now: Instant; policy: Policy };

/**
 * The person after a change, with what they are owed to be told of it: another password, a role more, another alternate
 * address. It goes to the addresses that they had before, which the change cannot turn away; without one administrators
 * hear of it, but not of what somebody did themselves. One that waits already and says the same makes way.
 */
export const withSecurityNotices = (before: Person, after: Person, moment: SecurityMoment): Person => {
  const { now, policy } = moment;
  const owed = securityNotices(before, after, moment);
  const waiting = after.pendingNotices.filter((one) => !owed.some((fresh) => saysTheSame(fresh, one)));
  return owed.length === 0
    ? after
    : { ...after, pendingNotices: [...waiting, ...owed.map((notice) => pendingNotice(notice, policy, now))] };
};

const securityNotices = (before: Person, after: Person, { by, now }: SecurityMoment): SecurityNotice[] => {
  const addresses = noticeAddresses(before);
  const to = addresses === 'administrator' ? [] : addresses;
  const notices: SecurityNotice[] = after.roles
    .filter((role) => !before.roles.includes(role))
    .map((role) => ({ kind: 'roleGiven', role, givenAt: now, to }));
  if (hasOtherPassword(before, after)) {
    if (by === 'administrator' && !isToldByCredentials(after, to))
      notices.push({ kind: 'passwordReset', resetAt: now, to });
    if (by === 'themselves' && to.length > 0) notices.push({ kind: 'passwordChanged', changedAt: now, to });
  }
  const [alternate] = before.otherMails;
  if (alternate !== undefined && !isSame(alternate, after.otherMails[0])) {
    notices.push({ kind: 'alternateAddressChanged', changedAt: now, to });
  }
  return notices;
};

const hasOtherPassword = ({ password: one }: Person, { password: other }: Person): boolean =>
  one.hash !== other.hash || one.changedDateTime !== other.changedDateTime;

/** The mail with the new password is on its way to one of these addresses; of nobody's, to the administrator. */
const isToldByCredentials = (after: Person, to: readonly string[]): boolean => {
  if (after.credentialMail.state !== 'owed') return false;
  const mailed = credentialAddresses(after);
  if (mailed === 'administrator') return to.length === 0;
  return mailed.some((address) => to.some((own) => isSame(own, address)));
};

const isSame = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

const saysTheSame = (one: SecurityNotice, other: Notice): boolean =>
  one.kind === other.kind &&
  'to' in other &&
  one.to.join() === other.to.join() &&
  ('role' in one ? one.role : '') === ('role' in other ? other.role : '');
